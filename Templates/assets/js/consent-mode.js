// Google Consent Mode v2: everything refused first, then one update for each choice.
// It must run before Google's own scripts and before consent.js, which announces the choices.
(() => {
  'use strict'
  const { tags, redact, passthrough } = document.currentScript.dataset
  const layer = window.dataLayer = window.dataLayer || []
  const gtag = window.gtag = window.gtag || function () { layer.push(arguments) }
  const signals = ['ad_storage', 'ad_user_data', 'ad_personalization', 'analytics_storage',
    'functionality_storage', 'personalization_storage']
  const answer = isGranted => Object.fromEntries(signals.map(name => [name, isGranted(name) ? 'granted' : 'denied']))

  gtag('consent', 'default', { ...answer(() => false), security_storage: 'granted', wait_for_update: 500 })
  if (redact !== undefined) gtag('set', 'ads_data_redaction', true)
  if (passthrough !== undefined) gtag('set', 'url_passthrough', true)

  document.addEventListener('consent:change', event => {
    const granted = [...document.querySelectorAll('.consent-dialog input[data-google]')]
      .filter(box => event.detail.c[box.name]).flatMap(box => box.dataset.google.split(' '))
    gtag('consent', 'update', answer(name => granted.includes(name)))
  })

  gtag('js', new Date())
  for (const tag of tags.split(' ')) {
    if (tag.startsWith('GTM-')) layer.push({ 'gtm.start': Date.now(), event: 'gtm.js' })
    else gtag('config', tag)
  }
})()
