/// Examples of our own for each section of the CommonMark and GFM specifications.
enum ReferenceExamples {
  static let all = leafBlocks + containerBlocks + tables + inlines + links + extensions

  private static let leafBlocks = [
    // Tabs
    "\tcode after a tab", "- a\n\n\tb", ">\t\tquoted", "#\tHeading", "*\t*\t*",
    // Precedence
    "- `one\n- two`",
    // Thematic breaks
    "***\n---\n___", "+++", " - - -", "    ***", "a\n***\nb", "- a\n***\n- b",
    // ATX headings
    "# one\n## two\n### three", "####### seven", "#nospace", "\\## escaped", "## a ##  ", "# b \\#",
    "a\n# b\nc", "# *emphasis* in `it`",
    // Setext headings
    "One\n===\n\nTwo\n---", "Two\nlines\n===", "    a\n    ---", "> a\n---", "- a\n---", "a\n= =",
    "`a\n---\nb`",
    // Indented code
    "    a\n      b", "a\n    b", "    a\n\n\n    b", "    <a/>\n    *b*", "        deep\n    less",
    // Fenced code
    "```\n<\n >\n```", "~~~\na\n```\n~~~", "````\na\n```\n`````", "```\nunclosed",
    "> ```\n> a\n\nb",
    "  ```\n  a\n   b\n  ```", "```a b\nc\n```", "``` a`b\nc", "a\n```\nb\n```\nc",
    "~~~~ x y\n~~~~",
    // HTML blocks
    "<table><tr><td>\n<pre>\n**a**,\n\n_b_.\n</pre>\n</td></tr></table>",
    "<p class=x>\n*a*\n</p>\n\n*b*", "<!-- a\n\nb -->\nc", "<?php\n\necho '>';\n?>\nd",
    "<script>\n// *a*\n</script>\n*b*", "a\n<p>b</p>", "a\n<a href=\"b\">", "<del>*a*</del>",
    // Reference definitions
    "[a]: /b \"c\"\n\n[a]", "[a]:\n/b\n'c'\n\n[a]", "[a]: <>\n\n[a]", "[a]: <b c>\n\n[a]",
    "[a]: b c\n\n[a]", "[a]\n\n[a]: b\n[a]: c", "[A B]: c\n\n[a  b]", "d\n[a]: b\n\n[a]",
    "# [a]\n[a]: b\n> c", "[a]: b\n===\n[a]", "> [a]: b\n\n[a]", "[ẞ]: b\n\n[SS]",
    // Paragraphs and blank lines
    "a\n\nb", "a\nb\n\n\nc", "  a\n b", "a  \nb", "   a\n\n\n",
  ]

  private static let containerBlocks = [
    // Block quotes
    "> # a\n> b\n> c", ">a\n>b", "> a\nb", "> - a\nb", ">", "> a\n>\n> b", "> a\n\n> b", ">>> a\nb",
    ">     code\n\n>    text", "> ```\na\n```",
    // List items
    "1.  a\n    b\n\n        code\n\n    > c", "- a\n\n  b", "- a\n\n b", "10) a", "1234567890. a",
    "- a\n\n\n  b", "0. a", "-1. a", "-\n  a\n-\n  ```\n  b\n  ```", "-\n\n  a", "*", "a\n*",
    "- - a",
    "1. - 2. a", "- # a\n- b\n  ---\n  c", "   1. a\n  2. b", "> 1. > a\nb", "-    a\n\n  b",
    // Lists
    "- a\n- b\n+ c", "1. a\n2. b\n3) c", "a\n- b", "a\n14. b", "a\n1. b", "- a\n\n- b",
    "- a\n- b\n\n  c",
    "* a\n *  b\n   * c", "- a\n - b\n  - c\n   - d\n    - e", "- a\n\n  b\n- c",
    "- a\n  - b\n\n    c\n- d",
    "* a\n  > b\n  >\n* c", "- a\n  > b\n  ```\n  c\n  ```\n- d", "1. a\n   - b\n   - c\n2. d",
    "- a\n<!-- -->\n- b", "7. a\n8. b",
  ]

  private static let tables = [
    "| a | b |\n| --- | --- |\n| c | d |", "| a | b |\n| :- | -: |\nc | d",
    "| a |\n| :-: |\n| b \\| c |",
    "| a | b |\n| --- |\n| c |", "| a |\n| --- |", "| a | b |\n| - | - |\n| c |\n| d | e | f |",
    "a | b\n-|-\n*c* | `d`\n\ne", "| a |\n|---|\n| b |\n> c", "| a |\n|---|\n- b",
    "x\n| a |\n|---|\n| b |",
    "- | a |\n  |---|\n  | b |", "> | a |\n> |---|\n> | b |", "| `a\\|b` |\n|---|\n| [c](d) |",
  ]

  private static let inlines = [
    // Escapes
    "\\!\\\"\\#\\$\\%\\&\\'\\(\\)", "\\a\\ \\3", "\\*a*", "a\\\nb", "`\\[`", "<a href=\"\\*\">",
    // Entities
    "&nbsp; &amp; &copy; &AElig; &frac34;", "&#35; &#1234; &#0; &#x22; &#X1f600;",
    "&nope; &copy &#;",
    "`&ouml;`", "&#42;a&#42;", "[a](&quot;b)", "&#9;a",
    // Code spans
    "`a`", "`` a ` b ``", "` `` `", "` a`", "`a\nb  c`", "`a\\`b`", "*a`*`", "`<a href=\"`\">`",
    "``a`", "`",
    // Emphasis
    "*a*", "_a_", "**a**", "__a__", "* a*", "a*b*c", "a_b_c", "_(a)_b", "*(*a*)*", "**a*", "*a**",
    "***a***",
    "***a** b*", "*a **b***", "**a *b***", "_a __b___", "*a _b* c_", "**a [b*](c)",
    "*foo [bar](*baz*)*",
    "****a****", "a**\"b\"**", "*日本*語", "**「a」**b", "*a\nb*", "_a*_*", "5*6*7", "**a** **b**",
    "__a_b__",
    // Raw HTML
    "<a><bab><c2c>", "<a/><b2/>", "<a  b = 'c\"' d=e f>", "<33> <__>", "</a href=b>",
    "a <!-- b - c --> d",
    "a <?b?> c", "a <!B c> d", "a <![CDATA[>&<]]> b", "<a href=\"&ouml;\">",
    // Breaks
    "a       \n   b", "*a  \nb*", "`a  \nb`", "a  ", "# a  ", "a \nb",
    // Text
    "a $.;'b", "Χρῆν a", "a     b", "a\u{a0}b", "\u{feff}a", "a\u{2028}b",
  ]

  private static let links = [
    "[a](b)", "[a](b \"c\")", "[a](b 'c')", "[a](b (c))", "[a]()", "[a](<>)", "[a](b c)",
    "[a](<b c>)",
    "[a](b(c)d)", "[a](b\\(c)", "[a](b\\)c)", "[a](<b\nc>)", "[a](#b)", "[a](?b=c&d)",
    "[a](b \"c \\\"d\\\"\")",
    "[a] (b)", "[a [b] c](d)", "[a] b](c)", "[a](b)[c](d)", "[a [b](c) d](e)", "*[a*](b)",
    "[a *b](c*)",
    "[a `](b)`", "[a <b c=\"](d)\">", "[![a](b)](c)", "[a][b]\n\n[b]: c", "[a][]\n\n[a]: b 'c'",
    "[a]\n\n[a]: b", "[*a*][b]\n\n[b]: c", "[a] [b]\n\n[b]: c", "[a][b][c]\n\n[c]: d",
    "[a\\]]: b\n\n[a\\]]",
    "[ ]\n\n[ ]: b", "![a](b)", "![a](b \"c\") d", "![a *b* c](d)", "![a ![b](c)](d)",
    "![a][b]\n\n[b]: c",
    "!\\[a](b)", "\\![a](b)", "![](b) c", "[a](../b/c.md#d)", "[ö](ö.md)", "[a](b%20c)",
    "[a](b\\c)",
    // Autolinks
    "<http://a.example/b?c=d&e>", "<irc://a.example:2233/b>", "<MAILTO:a@b.example>", "<a+b:c>",
    "<https://a.example/b c>", "<a@b-c.example>", "<>", "<m:a>", "<a.b.c>",
  ]

  private static let extensions = [
    // Task lists
    "- [ ] a\n- [x] b", "- [x] a\n  - [ ] b\n- [X] c", "- [y] a", "1. [x] a\n2. b", "- [ ]a",
    "* [x] a\n\n  b",
    // Strikethrough
    "~~a~~", "~a~ ~~b~~", "~~a\n\nb~~", "~~~a~~~ b", "~~a **b** c~~", "a~~b~~c",
    // Extended autolinks
    "www.a.example", "Visit www.a.example/b_c.", "www.a.example/b?c=(d)e)", "www.a.example/b&hl;",
    "http://a.example https://b.example/?q=c ftp://d.example", "(https://a.example/b(c)d)",
    "a@b.example",
    "a.b-c_d@e.example. f", "a@b.c_", "www.a_b.example", "<b>https://a.example</b>", "https://",
    "mailto:a@b.example", "*www.a.example*", "`www.a.example`", "[www.a.example](b)",
  ]
}
