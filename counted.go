package main

import "strconv"

// counted is "1 feed", "2 feeds".
func counted(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return strconv.Itoa(n) + " " + many
}
