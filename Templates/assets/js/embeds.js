// Loads what waits in a placeholder once its reader asks for it (C-41), and not before.
// partials/embed.mustache has the markup. What "always" means is kept by the consent component.
(() => {
  'use strict'
  const consent = window.sitegenConsent
  const figures = [...document.querySelectorAll('figure.embed')]
  const permitted = new Set()
  const button = (figure, name) => figure.querySelector(`[data-embed="${name}"]`)

  const load = figure => {
    const box = figure.querySelector('.embed-box')
    if (figure.classList.contains('is-loaded')) return
    const { source, title, allow, sandbox } = figure.dataset
    const frame = document.createElement('iframe')
    frame.title = title
    frame.loading = 'lazy'
    frame.referrerPolicy = 'strict-origin-when-cross-origin'
    if (allow) frame.allow = allow
    if (sandbox) frame.setAttribute('sandbox', sandbox)
    frame.src = source
    figure.classList.add('is-loaded')
    // The placeholder stays below the frame, out of reach, and keeps the box as tall as it was.
    for (const child of box.children) child.inert = true
    box.append(frame)
    return frame
  }

  const unload = figure => {
    figure.classList.remove('is-loaded')
    figure.querySelector('iframe').remove()
    for (const child of figure.querySelector('.embed-box').children) child.inert = false
  }

  // What was asked for once stays; what a lasting permission loaded goes when that is taken back.
  const follow = () => {
    const { c = {}, v = [] } = consent?.get() ?? {}
    for (const figure of figures) {
      const { category, service } = figure.dataset
      if (c[category] === true || v.includes(service)) {
        if (load(figure)) permitted.add(figure)
      } else if (permitted.delete(figure)) {
        unload(figure)
      }
    }
  }

  for (const figure of figures) {
    const once = button(figure, 'once'), always = button(figure, 'always')
    once.hidden = false
    once.addEventListener('click', () => load(figure)?.focus())
    // Without a place to take it back, there is no lasting permission.
    if (!consent) { always.remove(); continue }
    always.hidden = false
    always.addEventListener('click', () => {
      consent.grant(figure.dataset.service)
      follow()
      figure.querySelector('iframe')?.focus()
    })
  }

  document.addEventListener('consent:change', follow)
  follow()
})()
