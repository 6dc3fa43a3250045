// 工作台的页面没有这个脚本也能用；它只是让起草更顺手。
;(function () {
  'use strict'
  if (!window.fetch || !window.JSON) return

  function each(selector, act) {
    Array.prototype.forEach.call(document.querySelectorAll(selector), act)
  }

  // 交给本机关的服务处理，答复不成功就算失败
  function send(address, body) {
    return window
      .fetch(address, {
        method: 'POST',
        credentials: 'same-origin',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
      .then(function (answer) {
        if (!answer.ok) throw new Error(String(answer.status))
        return answer.json()
      })
  }

  // 一项只在另一项选了某几种时才要填的，平时收起；已经填了或者有错的不收
  each('[data-when]', function (part) {
    var form = part.parentNode
    while (form && form.nodeName !== 'FORM') form = form.parentNode
    if (!form) return
    var pair = part.getAttribute('data-when').split('=')
    var values = pair[1].split(' ')
    function isFilled() {
      return Array.prototype.some.call(
        part.querySelectorAll('input, select, textarea'),
        function (field) {
          return field.type === 'checkbox' ? field.checked : field.value !== ''
        },
      )
    }
    function show() {
      var asked = form.elements[pair[0]]
      part.hidden =
        values.indexOf(asked ? asked.value : '') < 0 &&
        !isFilled() &&
        (' ' + part.className + ' ').indexOf(' field-wrong ') < 0 &&
        !part.querySelector('.field-wrong')
    }
    form.addEventListener('change', show)
    window.addEventListener('pageshow', show)
    show()
  })

  // 起草时自动保存：只有本人看得到，点“保存”才算数
  each('form[data-autosave]', function (form) {
    var note = form.querySelector('[data-autosave-note]')
    var changed = false
    function fields() {
      var all = {}
      Array.prototype.forEach.call(form.elements, function (field) {
        var isChoice = field.type === 'radio' || field.type === 'checkbox'
        if (!field.name || field.type === 'file' || (isChoice && !field.checked)) return
        if (field.name !== 'version' && field.name !== 'submission') all[field.name] = field.value
      })
      return all
    }
    form.addEventListener('input', function () {
      changed = true
    })
    window.setInterval(function () {
      if (!changed || form.getAttribute('data-sent') === 'yes') return
      changed = false
      var version = Number(form.elements.version.value)
      send(form.getAttribute('data-autosave'), { version: version, fields: fields() })
        .then(function (saved) {
          if (note)
            note.textContent = note
              .getAttribute('data-saved')
              .replace('{at}', saved.at.slice(11, 16))
        })
        .catch(function () {
          changed = true
          if (note) note.textContent = note.getAttribute('data-failed')
        })
    }, 10000)
  })

  // 从 Word、网页粘贴的内容保留标题和表格
  each('textarea[data-paste]', function (area) {
    function say(words) {
      var note = area.form.querySelector('[data-paste-note]')
      if (note) note.textContent = words(note)
    }
    area.addEventListener('paste', function (event) {
      var data = event.clipboardData
      var html = data && data.getData ? data.getData('text/html') : ''
      var isWhole = area.selectionStart === 0 && area.selectionEnd === area.value.length
      var pictures = (html.match(/<img[\s>]/gi) || []).length
      if (!isWhole || !/<(table|h[1-6]|li|img)[\s>]/i.test(html)) {
        if (pictures > 0)
          say(function (note) {
            return note.getAttribute('data-pictures').replace('{n}', pictures)
          })
        return
      }
      event.preventDefault()
      var plain = data.getData('text/plain')
      function keep(text, tree) {
        var tied = area.form.elements.document
        if (tree && !tied) {
          tied = document.createElement('input')
          tied.type = 'hidden'
          tied.name = 'document'
          area.form.appendChild(tied)
        }
        if (tied) tied.value = tree ? JSON.stringify(tree) : ''
        area.value = text
        area.dispatchEvent(new Event('input', { bubbles: true }))
      }
      send(area.getAttribute('data-paste'), { html: html })
        .then(function (made) {
          keep(made.source || plain, made.document)
          say(function () {
            return made.warnings
              .map(function (warning) {
                return warning.message
              })
              .join('')
          })
        })
        .catch(function () {
          keep(plain, null)
        })
    })
  })
})()
