extension TemplateReference {
  static let introduction = """
    # What templates see

    The theme is in `Templates/`: a layout for each kind of page, `partials/` that layouts share, and
    `assets/` with style sheets, scripts and icons. Templates are written in
    [Mustache](https://mustache.github.io/mustache.5.html). All of it is checked before anything is
    written: a missing layout or partial, a tag that is never closed, or a name that nothing here
    defines is an error with its line and column.

    This file is generated from the code (`RECORD_SNAPSHOTS=1 swift test --filter
    TemplateReferenceTests`), and a test compares the two.

    ## Mustache in ten lines

    | Tag | Meaning |
    |---|---|
    | `{{title}}` | The text, escaped. |
    | `{{{body}}}` | HTML as it is. |
    | `{{published.text}}` | A field of an object. |
    | `{{#cover}} … {{/cover}}` | Once, inside the object, if it is there; for each element of a list; or if a flag is set. |
    | `{{^cover}} … {{/cover}}` | If it is not there, or the list is empty. |
    | `{{.}}` | The element itself, in a list of texts. |
    | `{{> card-meta}}` | The partial `partials/card-meta.mustache`, in this context. |
    | `{{<base}} {{$main}} … {{/main}} {{/base}}` | The template `base` with its block `main` replaced. |
    | `{{$main}} … {{/main}}` | A block with its default, in a template that others inherit. |
    | `{{! … }}` | A comment. |

    ## Rules

    - **Escaping.** Text and numbers take two braces, HTML takes three, and the wrong number is an
      error: so text can never bring markup into a page, and markup never shows its tags.
    - **Absent fields.** A field without a value is false. It is never looked for further out, so
      `{{#next}}{{summary}}{{/next}}` shows nothing when the next article has no summary.
      A name that a context does not declare is looked for in the contexts around it.
    - **Lists.** With every list comes a flag that says whether anything is in it: `hasTags` for `tags`.
      Use it for what stands around a list, since `{{#tags}}` repeats.
    - **Assets.** `{{#asset}}css/main.css{{/asset}}` gives the address of `Templates/assets/css/main.css`.
      The address changes with the file's contents, so browsers may keep it for ever. Style sheets may
      name other assets with relative addresses in `url(…)`.
    - **Anything.** Below `extra` nothing is checked: it holds what editors wrote. There, too, an
      empty text, list or table is false.
    """
}
