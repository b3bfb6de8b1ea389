package model

import _ "embed"

//go:embed data/goods.txt
var goodsText string

// goods are the stems of goods.txt, with the lines in which each stands as bits.
var goods = bitsOfStems(goodsText)

// goodsOf are the things, as bits, that the sentence of a signal names.
func (w *writer) goodsOf(i int32) uint32 { return w.namedIn(i, goods) }

// packageStems tell of many measures in one, of which each report names some.
var packageStems = stemsOf("package packages round")

// onOtherGoods says whether a measure is on other things than one of which a report of the signal of
// another tells, in another item and of no package.
func (w *writer) onOtherGoods(i, j int32) bool {
	mine := w.goodsOf(i)
	if mine == 0 || w.namesAny(i, packageStems) {
		return false
	}
	return w.anyOfGroup(j, func(k int32) bool {
		return apartIn(mine, w.goodsOf(k)) && w.factVer(k).item != w.factVer(i).item && !w.namesAny(k, packageStems)
	})
}
