// Signs readers up without leaving the page, where the provider allows it; the form works without.
(() => {
  'use strict'
  const post = (address, body, headers) => fetch(address, { method: 'POST', body, headers })
  const json = (address, value) => post(address, JSON.stringify(value), { 'Content-Type': 'application/json' })

  const send = {
    form: (form, fields) => post(form.action, new URLSearchParams(fields), { Accept: 'application/json' }),
    listmonk: (form, fields) => json(`${form.dataset.server}/api/public/subscription`, {
      email: fields.get('email'), name: fields.get('name') ?? '', list_uuids: fields.getAll('l'),
    }),
    ghost: async (form, fields) => {
      const members = `${form.dataset.server}/members/api/`
      const token = await fetch(`${members}integrity-token/`)
      return json(`${members}send-magic-link/`, {
        email: fields.get('email'), emailType: 'subscribe', labels: fields.getAll('label'),
        integrityToken: await token.text(),
      })
    },
  }

  for (const form of document.querySelectorAll('form[data-fetch]')) {
    const [email, button, status, alert, help] =
      ['[type=email]', '[type=submit]', '[role=status]', '[role=alert]', '.newsletter-help']
        .map(selector => form.querySelector(selector))
    const isFormless = form.dataset.fetch === 'ghost'

    const fail = (text, isServer) => {
      status.textContent = ''
      alert.textContent = text
      if (help) help.hidden = !isServer
      if (!text) return email.removeAttribute('aria-invalid')
      email.setAttribute('aria-invalid', 'true')
      email.focus()
    }

    email.addEventListener('invalid', event => {
      event.preventDefault()
      fail(alert.dataset.invalid)
    })

    form.addEventListener('submit', async event => {
      event.preventDefault()
      fail('')
      status.textContent = status.dataset.sending
      button.disabled = true
      try {
        const answer = await send[form.dataset.fetch](form, new FormData(form))
        const body = await answer.json().catch(() => ({}))
        if (!answer.ok || body.status === 'failed' || body.errors) return fail(alert.dataset.failed, true)
        form.classList.add('is-done')
        status.textContent = status.dataset.done
        status.focus()
      } catch {
        // Not even reached: the browser sends the form itself, or the link beside it remains.
        if (isFormless) fail(alert.dataset.failed, true)
        else form.submit()
      } finally {
        button.disabled = false
      }
    })

    if (isFormless) {
      form.hidden = false
      form.parentElement.querySelector('.newsletter-link').hidden = true
    }
  }
})()
