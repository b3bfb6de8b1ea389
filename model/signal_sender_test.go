package model

import "testing"

// signalsOf are the rows of a board's signals, newest first.
func signalsOf(t *testing.T, b *Board) (rows []SignalRow) {
	t.Helper()
	for _, ref := range b.Signals(Filter{}) {
		row, ok := b.Signal(ref)
		if !ok {
			t.Fatalf("no row for %v", ref)
		}
		rows = append(rows, row)
	}
	return rows
}

func TestAMeasureOfWhichOneReportLeavesOutTheSender(t *testing.T) {
	named, bare := signal("south", "in-force", "tariff", "coast"), signal("", "in-force", "tariff", "coast")
	nobodys := signal("", "in-force", "tariff")
	for _, c := range []struct {
		name  string
		build func(b *bench)
		rows  int
	}{
		{"two reports of a day", func(b *bench) {
			b.add("09:00", "Demo Daily", "1", "Southland's duty on Coastland takes effect", "", named)
			b.add("15:00", "Demo Post", "1", "The duty on Coastland is in force", "", bare)
		}, 1},
		{"one report, the sender later in it", func(b *bench) {
			b.add("09:00", "Demo Daily", "1", "Duty on Coastland takes effect. Southland's duty", "", bare, named)
		}, 1},
		{"one report, no target where there is no sender", func(b *bench) {
			b.add("09:00", "Demo Daily", "1", "Southland's duty on Coastland takes effect. The duty took effect", "", named, nobodys)
		}, 1},
		{"one report, one of the state's own where there is a sender", func(b *bench) {
			b.add("09:00", "Demo Daily", "1", "Duty on Northland in force. Southland's duty on Vell", "", signal("", "in-force", "tariff", "north"), signal("south", "in-force", "tariff", "vell"))
			b.add("10:00", "Demo Post", "1", "Southland's duty on Northland takes effect", "", signal("south", "in-force", "tariff", "north"))
		}, 2},
		{"another target", func(b *bench) {
			b.add("09:00", "Demo Daily", "1", "Southland's duty on Coastland takes effect", "", named)
			b.add("15:00", "Demo Post", "1", "The duty on Northland is in force", "", signal("", "in-force", "tariff", "north"))
		}, 2},
		{"another rung", func(b *bench) {
			b.add("09:00", "Demo Daily", "1", "Southland's duty on Coastland takes effect", "", named)
			b.add("15:00", "Demo Post", "1", "A duty on Coastland is threatened", "", signal("", "threatened", "tariff", "coast"))
		}, 2},
		{"it could be either's", func(b *bench) {
			b.add("09:00", "Demo Daily", "1", "Southland's duty on Coastland takes effect", "", named)
			b.add("10:00", "Demo Daily", "2", "Northland's duty on Coastland takes effect", "", signal("north", "in-force", "tariff", "coast"))
			b.add("15:00", "Demo Post", "1", "The duty on Coastland is in force", "", bare)
		}, 3},
		{"days later", func(b *bench) {
			b.add("09:00", "Demo Daily", "1", "Southland's duty on Coastland takes effect", "", named)
			b.add("10:00", "Demo Post", "1", "A duty on Coastland is in force", "", bare, func(v *Version) { v.Seen = v.Seen.AddDate(0, 0, 2) })
		}, 2},
	} {
		b := newBench()
		c.build(b)
		rows := signalsOf(t, b.live())
		if len(rows) != c.rows {
			t.Errorf("%s: %d rows", c.name, len(rows))
		}
		if c.rows == 1 && rows[0].Signal.Sender != "south" {
			t.Errorf("%s: sent by %q", c.name, rows[0].Signal.Sender)
		}
	}
}

func TestOneMeasureUnderTwoNames(t *testing.T) {
	onOil := func(s Signal, sector string) Signal {
		s.Sector = sector
		return s
	}
	plain, secondary := signal("south", "imposed", "tariff", "coast"), signal("south", "imposed", "secondary-tariff", "coast")
	later := func(v *Version) { v.Seen = v.Seen.AddDate(0, 0, 5) }
	for _, c := range []struct {
		name  string
		build func(b *bench)
		rows  int
	}{
		{"one sector", func(b *bench) {
			b.add("09:00", "Demo Daily", "1", "Southland puts a tariff on Coastland over oil", "", onOil(plain, "oil"))
			b.add("10:00", "Demo Post", "1", "A secondary tariff from the south", "", onOil(secondary, "oil"))
		}, 1},
		{"two sectors", func(b *bench) {
			b.add("09:00", "Demo Daily", "1", "Southland puts a tariff on Coastland over fish", "", onOil(plain, "shipping"))
			b.add("10:00", "Demo Post", "1", "A secondary tariff from the south", "", onOil(secondary, "oil"))
		}, 2},
		{"no sector, another story", func(b *bench) {
			b.add("09:00", "Demo Daily", "1", "Southland puts a tariff on Coastland", "", plain)
			b.add("10:00", "Demo Post", "1", "Something on secondary tariffs elsewhere", "", secondary)
		}, 2},
		{"one order, days later", func(b *bench) {
			b.add("09:00", "Demo Daily", "1", "Order 48213 puts a tariff on Coastland", "", plain)
			b.add("10:00", "Demo Post", "1", "Gazette prints Order 48213", "", secondary, later)
		}, 1},
		{"one year is no order", func(b *bench) {
			b.add("09:00", "Demo Daily", "1", "The act of 2031 puts a tariff on Coastland", "", plain)
			b.add("10:00", "Demo Post", "1", "Gazette of 2031 prints it", "", plain, later)
		}, 2},
		{"another order", func(b *bench) {
			b.add("09:00", "Demo Daily", "1", "Order 48213 puts a tariff on Coastland", "", plain)
			b.add("10:00", "Demo Post", "1", "Gazette prints Order 48999", "", plain, later)
		}, 2},
	} {
		b := newBench()
		c.build(b)
		if rows := signalsOf(t, b.live()); len(rows) != c.rows {
			t.Errorf("%s: %d rows, want %d", c.name, len(rows), c.rows)
		}
	}
}
