package extract

// Classes of data/words.txt.
const (
	classDeterminer class = 1 << iota
	classPossessive
	classPronoun
	classObject
	classPreposition
	classConjunction
	classRelative
	classAnd
	classAuxiliary
	classModal
	classNegation
	classAdverb
	classHedge
	classConditional
	classStarter
	classSaid
	classTime
	classTitle
	classVerb
	classNumeral
	classBody
	classKicker
	classMeans
	classSurface
	classGranted
)

var wordClasses = map[string]class{
	"determiner": classDeterminer, "possessive": classPossessive, "pronoun": classPronoun, "object": classObject,
	"preposition": classPreposition, "conjunction": classConjunction, "relative": classRelative, "and": classAnd,
	"auxiliary": classAuxiliary, "modal": classModal, "negation": classNegation, "adverb": classAdverb,
	"hedge": classHedge, "conditional": classConditional, "starter": classStarter, "said": classSaid,
	"time": classTime, "title": classTitle, "verb": classVerb, "numeral": classNumeral, "body": classBody, "kicker": classKicker, "means": classMeans, "surface": classSurface, "granted": classGranted,
}
