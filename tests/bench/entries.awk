# Pack entries by the thousand for the benchmark, of words of edited news, the commonest first on standard input:
#
#   LC_ALL=C awk -v count=2000 [-v plain=1] [-v without=FILE] -f entries.awk < WORDS > PACK
#
# The entries whose ids are the lines of FILE are left out, and others made in their place.
# Words are drawn by rank, evenly on a logarithmic scale but for the 60 commonest, as idioms are made of ordinary words.
# Shapes are as in dicts/idioms: phrases of two or three tokens with up to four alternatives, half of them stems; every other
# entry has conditions of four and six words. With plain=1 they are phrases of two or three words, and that is all. The first entries
# are the same whatever the count.
function draw(n) { # 0 .. n-1; Park and Miller's generator: products stay exact in a double
  seed = (seed * 16807) % 2147483647
  return int(seed / 2147483647 * n)
}

function word() { return form[int(60 * exp(log(words / 60) * draw(1000000) / 1000000))] }

function atom(    w) {
  w = word()
  if (plain) return w
  if (length(w) > 6 && draw(2)) return w "*" # bytes
  return draw(3) ? w : "=" w
}

function element(    n, text) {
  text = atom()
  for (n = plain ? 0 : draw(4); n > 0; n--) text = text "/" atom()
  return text
}

function list(n,    text) {
  text = word()
  while (--n > 0) text = text ", " word()
  return "[" text "]"
}

length($0) > 2 { form[++words] = $0 }

END {
  seed = 1
  while (without && (getline id < without) > 0) out[id]
  for (e = 0; made < count; e++) {
    first = element()
    middle = draw(3) ? "" : plain ? element() " " : draw(2) ? "..2 " : "(" element() ") "
    id = sprintf("idiom/generated-%06d", e)
    entry = sprintf("- id: %s\n  english: expression %d\n  mechanism: polysemy\n  severity: warning\n", id, e)
    entry = entry sprintf("  pattern: '%s %s%s'\n", first, middle, element())
    if (e % 2 && !plain) entry = entry sprintf("  near: %s\n  unless-near: %s\n", list(4), list(6))
    entry = entry sprintf("  suggest: [%s]\n  why: {en: generated, ar: مولد}\n  bad: [مثال]\n  good: [مثال, مثال]\n", word())
    if (id in out) continue
    printf "%s", entry
    made++
  }
}
