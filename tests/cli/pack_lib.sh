# What the tests of packs share.

entry() { # ID PATTERN BAD GOOD
  printf -- '- id: %s\n  english: test\n  mechanism: polysemy\n  severity: warning\n  pattern: %s\n  suggest: []\n' "$1" "$2"
  printf '  why: {en: because, ar: لأن}\n  bad:\n    - %s\n  good:\n    - %s\n    - جملة سليمة\n' "$3" "$4"
}
