package feeds

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// monthNames has a line a month: the names under which feeds write it, folded,
// in the languages whose feeds write dates by hand. A word is a month when it
// is one of these or begins one with three letters or more; where two months
// share a beginning, the earlier line wins.
var monthNames = [12][]string{
	strings.Fields("january janvier januar enero ene gennaio gen janeiro januari январь января січня siczen stycznia ιανουαριος ιανουαριου γεν ocak leden ledna ianuarie tammikuu hornung janner" +
		" януари јануар јануари sijecanj sijecnja sausio janvaris jaanuar ינואר يناير gener xaneiro"),
	strings.Fields("february fevrier februar febrero febbraio fevereiro februari февраль февраля лютого lutego φεβρουαριος φεβρουαριου subat unor februarie helmikuu feber" +
		" unora февруари фебруар veljaca veljace vasario veebruar פברואר فبراير febrer febreiro"),
	strings.Fields("march marz maerz mars marzo marco maart март марта березня marca μαρτιος μαρτιου mart brezen brezna martie maaliskuu marcius mrz mrt" +
		" marts maret mac marec ozujak ozujka kovo מרץ مارس marc"),
	strings.Fields("april avril abril aprile апрель апреля квітня квитня kwietnia απριλιος απριλιου nisan duben dubna aprilie huhtikuu aprilis abr avr" +
		" април travanj travnja balandzio aprill aprila אפריל ابريل"),
	strings.Fields("may mai mayo maggio maio mei май мая маи травня maja maj μαιος μαιου μαι mayis kveten kvetna toukokuu majus maggio mag" +
		" мај svibanj svibnja geguzes maijs מאי مايو maig"),
	strings.Fields("june juin juni junio giugno junho июнь июня червня czerwca ιουνιος ιουνιου ιουν haziran cerven cervna iunie kesakuu junius giu" +
		" юни јун јуни lipnja birzelio junij junijs juna cvn juuni junie יוני يونيو juny xuno"),
	strings.Fields("july juillet juli julio luglio julho июль июля липня lipca ιουλιος ιουλιου ιουλ temmuz cervenec iulie heinakuu julius lug" +
		" юли јул јули srpnja liepos lip cervence julij julijs jula cvc juuli julai julie יולי يوليو juliol xullo"),
	strings.Fields("august aout agosto augustus август августа серпня sierpnia αυγουστος αυγουστου agustos srpen srpna elokuu augusztus ago aug" +
		" srp agustus augusta avgust augusti kolovoz kolovoza rugpjucio ogos אוגוסט اغسطس agost"),
	strings.Fields("september septembre septiembre settembre setembro сентябрь сентября вересня wrzesnia σεπτεμβριος σεπτεμβριου eylul zari septembrie syyskuu szeptember setiembre sept" +
		" септември септембар rujan rujna rugsejo septembra septembris ספטמבר سبتمبر setembre"),
	strings.Fields("october octobre oktober octubre ottobre outubro октябрь октября жовтня pazdziernika οκτωβριος οκτωβριου ekim rijen rijna octombrie lokakuu" +
		" октомври октобар oktobris oktobra oktoober spalio אוקטובר اكتوبر"),
	strings.Fields("november novembre noviembre novembro ноябрь ноября листопада listopada νοεμβριος νοεμβριου kasim listopad noiembrie marraskuu" +
		" ноември новембар novembris novembra studeni studenoga lapkricio נובמבר نوفمبر"),
	strings.Fields("december dezember diciembre dicembre dezembro декабрь декабря грудня grudnia δεκεμβριος δεκεμβριου aralik prosinec prosince decembrie joulukuu desember dez dic decembre" + //nolint:misspell // French
		" декември децембар prosinac prosinca gruodzio detsember disember דצמבר ديسمبر decembro decembris decembra desembre"),
}

// monthOf returns the month that a folded word names, 0 for none.
func monthOf(word string) time.Month {
	word = strings.TrimPrefix(word, "ב") // Hebrew's "in"
	if utf8.RuneCountInString(word) < 3 {
		return 0
	}
	for _, fits := range []func(name string) bool{
		func(name string) bool { return name == word },
		func(name string) bool { return strings.HasPrefix(name, word) },
		func(name string) bool { return len(name) >= 6 && strings.HasPrefix(word, name) }, // with its case ending
	} {
		for i, list := range monthNames {
			if slices.ContainsFunc(list, fits) {
				return time.Month(i + 1)
			}
		}
	}
	return 0
}

// foldDate folds a date for its readers: lower case, accents off, one kind of space and
// of minus.
func foldDate(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case r == '−' || r == '–' || r == '—':
			return '-'
		case unicode.IsSpace(r) || r == '|' || r == '_':
			return ' '
		case r == 'ł' || r == 'Ł':
			return 'l'
		case r == 'ı' || r == 'İ':
			return 'i'
		case unicode.Is(unicode.Cf, r) || r < ' ':
			return -1
		}
		return unicode.ToLower(r)
	}, s)
	if isASCII([]byte(s)) {
		return strings.Join(strings.Fields(s), " ")
	}
	s = strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return r
	}, norm.NFD.String(s))
	return strings.Join(strings.Fields(norm.NFC.String(s)), " ")
}

var (
	agoWords  = regexp.MustCompile(`(?:^|\s)(?:ago|vor|il y a|hace|назад|тому|temu|fa|atras|ha|geleden|sedan|siden|once)(?:\s|$)`)
	agoAmount = regexp.MustCompile(`(\d{1,4}|an?|one|einer?|einem|une?|una)\s*(\pL+)`)
	clock     = regexp.MustCompile(`\d{1,2}:\d{2}`)
)

// agoUnits are beginnings of words for a stretch of time.
var agoUnits = []struct {
	length time.Duration
	words  []string
}{
	{time.Second, strings.Fields("sec sek seg s сек")},
	{time.Minute, strings.Fields("min m мин хвил dakika")},
	{time.Hour, strings.Fields("h hr std stund uur uren час годин godz ora ore heure hour hora")},
	{24 * time.Hour, strings.Fields("d tag day jour dia gior дн ден дня dni dzien")},
	{7 * 24 * time.Hour, strings.Fields("w week woch sem sett недел тижн tydz tyg")},
	{30 * 24 * time.Hour, strings.Fields("mon mois mes meses месяц місяц mies")},
	{365 * 24 * time.Hour, strings.Fields("y year jahr an ano anno год лет рок lat")},
}

// relativeDate reads "2 hours ago", "vor 3 Tagen", "yesterday at 14:05" against
// the moment at which the feed was seen.
func relativeDate(s string, seen time.Time) (time.Time, bool) {
	if seen.IsZero() {
		return time.Time{}, false
	}
	seen = seen.UTC()
	day := -1
	switch first, _, _ := strings.Cut(strings.ReplaceAll(s, ",", " "), " "); first {
	case "now", "just", "jetzt", "maintenant", "ahora", "сейчас":
		return seen, true
	case "today", "heute", "aujourd'hui", "hoy", "oggi", "сегодня", "dzisiaj":
		day = 0
	case "yesterday", "gestern", "hier", "ayer", "ieri", "вчера", "вчора", "wczoraj":
		day = 1
	}
	if day >= 0 {
		t := time.Date(seen.Year(), seen.Month(), seen.Day()-day, 0, 0, 0, 0, time.UTC)
		if at := clock.FindString(s); at != "" {
			hour, minute, _ := strings.Cut(at, ":")
			t = t.Add(time.Duration(atoi(hour))*time.Hour + time.Duration(atoi(minute))*time.Minute)
		}
		return t, true
	}
	if !agoWords.MatchString(s) {
		return time.Time{}, false
	}
	var back time.Duration
	for _, m := range agoAmount.FindAllStringSubmatch(s, 4) {
		n, err := strconv.Atoi(m[1])
		if err != nil {
			n = 1
		}
		back += time.Duration(n) * unitOf(m[2])
	}
	return seen.Add(-back), back > 0
}

// unitOf finds the unit whose longest known beginning fits the word.
func unitOf(word string) time.Duration {
	var unit time.Duration
	longest := 0
	for _, u := range agoUnits {
		for _, w := range u.words {
			if len(w) > longest && strings.HasPrefix(word, w) && (len(w) > 1 || w == word) {
				unit, longest = u.length, len(w)
			}
		}
	}
	return unit
}

func atoi(s string) int {
	n, _ := strconv.Atoi(s)
	return n
}
