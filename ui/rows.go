package ui

import "parley/model"

// rows keeps the rows of the present board that were looked at: their words may
// lie in a store, and panes ask for the same ones again.
type rows struct {
	statements map[model.Ref]model.StatementRow
	signals    map[model.Ref]model.SignalRow
}

// forget drops all rows when the board is another one.
func (r *rows) forget() {
	if r.statements == nil {
		r.statements, r.signals = map[model.Ref]model.StatementRow{}, map[model.Ref]model.SignalRow{}
		return
	}
	clear(r.statements)
	clear(r.signals)
}

func (m *Model) statement(ref model.Ref) (model.StatementRow, bool) {
	if row, ok := m.rows.statements[ref]; ok {
		return row, true
	}
	if ref.Kind != model.KindStatement {
		return model.StatementRow{}, false
	}
	row, ok := m.board.Statement(ref)
	if ok {
		m.rows.statements[ref] = row
	}
	return row, ok
}

func (m *Model) signal(ref model.Ref) (model.SignalRow, bool) {
	if row, ok := m.rows.signals[ref]; ok {
		return row, true
	}
	if ref.Kind != model.KindSignal {
		return model.SignalRow{}, false
	}
	row, ok := m.board.Signal(ref)
	if ok {
		m.rows.signals[ref] = row
	}
	return row, ok
}
