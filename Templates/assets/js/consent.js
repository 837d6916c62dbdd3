// Asks before anything optional runs or is stored, remembers the answer, and takes it back.
// Documentation/consent.md says what it promises; partials/consent.mustache has the words.
(() => {
  'use strict'
  const KEY = 'sitegen-consent'
  const { revision, days = 180, cookie, domain, signals, log } = document.currentScript.dataset
  const page = document.documentElement
  const bar = document.querySelector('.consent')
  const dialog = document.querySelector('.consent-dialog')
  const boxes = dialog ? [...dialog.querySelectorAll('input[name]')] : []
  const services = dialog ? [...dialog.querySelectorAll('[data-service]')] : []
  const isSignalled = signals !== undefined
    && (navigator.globalPrivacyControl === true || navigator.doNotTrack === '1')

  // The record -------------------------------------------------------------------------------

  const stored = () => {
    try {
      if (cookie === undefined) return localStorage.getItem(KEY)
      const pair = document.cookie.split('; ').find(pair => pair.startsWith(KEY + '='))
      return pair && decodeURIComponent(pair.slice(KEY.length + 1))
    } catch { return null }
  }

  // Whatever is damaged, old or about another question is no consent.
  const read = () => {
    try {
      const found = JSON.parse(stored())
      const age = (Date.now() - Date.parse(found.ts)) / 864e5
      return found.s === 1 && found.rev === revision && age > -1 && age < days && found.c ? found : null
    } catch { return null }
  }

  const write = () => {
    const text = JSON.stringify(record)
    try {
      if (cookie === undefined) return localStorage.setItem(KEY, text)
      document.cookie = `${KEY}=${encodeURIComponent(text)}; Path=/; Max-Age=${days * 86400}; SameSite=Lax`
        + (location.protocol === 'https:' ? '; Secure' : '') + (domain ? `; Domain=${domain}` : '')
    } catch { /* The answer then holds for this page alone. */ }
  }

  let record = read()

  const isRefused = box => isSignalled && 'signal' in box.dataset
  const isDecided = () => boxes.every(box => isRefused(box) || box.name in (record?.c ?? {}))
  const allows = (category, service) =>
    record?.c[category] === true || !!record?.v?.includes(service)
  const isListed = service => services.some(item => item.dataset.service === service)
  const allowed = () =>
    services.filter(item => allows(item.dataset.category, item.dataset.service))

  // What anyone may ask for: no choice reads as every purpose refused.
  const get = () => ({
    ...(record ?? { s: 1, rev: revision, ts: null, m: isSignalled ? 'gpc' : null }),
    c: Object.fromEntries(boxes.map(box => [box.name, record?.c[box.name] === true])),
    v: [...(record?.v ?? [])],
  })

  // What follows from it ---------------------------------------------------------------------

  const announce = () => document.dispatchEvent(new CustomEvent('consent:change', { detail: get() }))

  // Waiting scripts run in their order; what has no address of its own never runs.
  const revive = () => {
    for (const old of document.querySelectorAll('script[type="text/plain"][data-category][data-src]')) {
      if (!allows(old.dataset.category, old.dataset.service)) continue
      const script = document.createElement('script')
      for (const { name, value } of old.attributes) {
        if (name === 'type') continue
        script.setAttribute(name.replace(/^data-(src|type|integrity|crossorigin|referrerpolicy)$/, '$1'), value)
      }
      script.async = 'async' in old.dataset
      old.replaceWith(script)
    }
  }

  const erase = patterns => {
    const isHit = name => patterns.some(pattern =>
      pattern[0] === '/' ? new RegExp(pattern.slice(1, -1)).test(name) : pattern === name)
    const labels = location.hostname.split('.')
    const hosts = ['', ...labels.map((_, index) => `; Domain=${labels.slice(index).join('.')}`)]
    const steps = location.pathname.split('/')
    const paths = steps.flatMap((_, index) => {
      const path = steps.slice(0, index + 1).join('/')
      return [path || '/', path + '/']
    })
    for (const name of document.cookie.split('; ').map(pair => pair.split('=')[0]).filter(isHit)) {
      for (const host of hosts) for (const path of paths) {
        document.cookie = `${name}=; Max-Age=0; Path=${path}${host}`
      }
    }
    try {
      for (const store of [localStorage, sessionStorage]) {
        Object.keys(store).filter(isHit).forEach(name => store.removeItem(name))
      }
    } catch { /* Nothing can be stored there. */ }
  }

  const decide = (m, c, v = []) => {
    const before = allowed()
    const isForgotten = (record?.v ?? []).some(service => !isListed(service) && !v.includes(service))
    record = { s: 1, rev: revision, ts: new Date().toISOString(), m, c }
    if (v.length) record.v = v
    if (log) {
      record.id = crypto.randomUUID()
      navigator.sendBeacon(log, JSON.stringify(record))
    }
    write()
    show()
    announce()
    const withdrawn = before.filter(item => !allowed().includes(item))
    if (!withdrawn.length && !isForgotten) return revive()
    erase(withdrawn.flatMap(item => (item.dataset.keys ?? '').split(' ').filter(Boolean)))
    location.reload()
  }

  // The question -----------------------------------------------------------------------------

  const show = () => {
    if (!bar) return
    const isOpen = !isDecided()
    if (!isOpen && bar.contains(document.activeElement)) {
      document.querySelector('main')?.focus({ preventScroll: true })
    }
    bar.hidden = !isOpen
    page.classList.toggle('has-consent', isOpen)
  }

  const choose = () => {
    if (!dialog || dialog.open) return
    for (const box of boxes) {
      box.checked = record?.c[box.name] === true
      box.indeterminate = !box.checked && allowed().some(item => item.dataset.category === box.name)
    }
    const note = dialog.querySelector('.consent-signal')
    if (note) note.hidden = !isSignalled
    dialog.showModal()
  }

  const all = answer => Object.fromEntries(boxes.map(box => [box.name, answer(box)]))
  const actions = {
    // In the bar, "all" is all that the browser's signal leaves open.
    all: inDialog => decide(!inDialog && boxes.some(isRefused) ? 'gpc' : 'all', all(box => inDialog || !isRefused(box))),
    none: () => decide('none', all(() => false)),
    save: () => {
      const c = all(box => box.checked), values = Object.values(c)
      // A box that was left half ticked keeps the services that were allowed one by one.
      const half = allowed().filter(item => dialog.querySelector(`[name="${item.dataset.category}"]`).indeterminate)
        .map(item => item.dataset.service)
      const v = (record?.v ?? []).filter(service => half.includes(service) || !isListed(service))
      decide(values.every(Boolean) ? 'all' : values.some(Boolean) || v.length ? 'custom' : 'none', c, v)
    },
    choose,
    close: () => {},
  }

  document.addEventListener('click', event => {
    const control = event.target.closest('[data-consent], [data-consent-open]')
    if (!control || event.ctrlKey || event.metaKey || event.shiftKey) return
    if ('consentOpen' in control.dataset && !dialog) return
    event.preventDefault()
    const inDialog = !!dialog?.contains(control)
    if (inDialog) dialog.close()
    actions[control.dataset.consent ?? 'choose']?.(inDialog)
  })

  // Allows one service and no more, for the button beside an embed.
  const grant = service => {
    if (allows(null, service)) return
    decide('custom', { ...record?.c }, [...(record?.v ?? []), service])
  }

  window.sitegenConsent = { get, grant, allows, open: choose }
  if (bar) {
    new ResizeObserver(() => page.style.setProperty('--consent-height', `${bar.offsetHeight}px`)).observe(bar)
  }
  // Another tab, or a page that comes back from the browser's memory.
  const catchUp = () => { record = read(); show() }
  addEventListener('storage', event => { if (event.key === KEY) catchUp() })
  addEventListener('pageshow', event => { if (event.persisted) catchUp() })
  show()
  if (record) announce()
  revive()
})()
