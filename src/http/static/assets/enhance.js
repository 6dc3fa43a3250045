// 页面没有这个脚本也能用；它只是让几处更顺手。
;(function () {
  'use strict'
  var html = document.documentElement

  function each(selector, act) {
    Array.prototype.forEach.call(document.querySelectorAll(selector), act)
  }

  // 打印按钮：没有脚本时不显示
  each('[data-print]', function (button) {
    button.hidden = false
    button.addEventListener('click', function () {
      window.print()
    })
  })

  // 朗读正文
  each('[data-read]', function (button) {
    var synth = window.speechSynthesis
    if (!synth || !window.SpeechSynthesisUtterance) return
    var start = button.textContent
    button.hidden = false
    function stop() {
      synth.cancel()
      button.textContent = start
      button.setAttribute('aria-pressed', 'false')
    }
    button.addEventListener('click', function () {
      if (button.getAttribute('aria-pressed') === 'true') return stop()
      var target = document.getElementById(button.getAttribute('data-read'))
      if (!target) return
      var pieces = target.textContent.match(/[^。！？；\n]+[。！？；]?/g) || []
      synth.cancel()
      pieces.forEach(function (piece, index) {
        var said = new SpeechSynthesisUtterance(piece)
        said.lang = html.lang
        if (index === pieces.length - 1) said.onend = stop
        synth.speak(said)
      })
      button.textContent = button.getAttribute('data-stop')
      button.setAttribute('aria-pressed', 'true')
    })
    window.addEventListener('pagehide', stop)
  })

  // 还可以填写多少字
  each('textarea[maxlength]', function (area) {
    var words = document.body.getAttribute('data-left') || '还可以填写 {n} 个字'
    var note = document.createElement('p')
    note.className = 'counter'
    note.setAttribute('aria-live', 'polite')
    area.parentNode.insertBefore(note, area.nextSibling)
    function count() {
      var left = area.maxLength - area.value.length
      note.textContent = left <= 200 ? words.replace('{n}', String(left)) : ''
    }
    area.addEventListener('input', count)
    count()
  })

  // 同一张表单不重复提交；退回本页时恢复
  each('form[method="post"]', function (form) {
    form.addEventListener('submit', function (event) {
      if (form.getAttribute('data-sent') === 'yes') return event.preventDefault()
      form.setAttribute('data-sent', 'yes')
      form.setAttribute('aria-busy', 'true')
    })
    window.addEventListener('pageshow', function () {
      form.removeAttribute('data-sent')
      form.removeAttribute('aria-busy')
    })
  })

  // 筛选时空着的条件不写进地址；退回本页时恢复
  each('form[method="get"]', function (form) {
    form.addEventListener('submit', function () {
      Array.prototype.forEach.call(form.elements, function (field) {
        if (field.name && field.value === '') field.disabled = true
      })
    })
    window.addEventListener('pageshow', function () {
      Array.prototype.forEach.call(form.elements, function (field) {
        field.disabled = false
      })
    })
  })

  // 检索框边输入边提示；上下键选择，回车检索，Esc 收起
  each('input[data-suggest]', function (input) {
    if (!window.fetch) return
    var kinds = {}
    ;(input.getAttribute('data-kinds') || '').split(',').forEach(function (pair) {
      kinds[pair.split(':')[0]] = pair.split(':')[1]
    })
    var list = document.createElement('ul')
    var box = document.createElement('div')
    var timer = 0
    var asked = ''
    var at = -1
    list.className = 'suggest'
    list.id = input.id + '-list'
    list.hidden = true
    list.setAttribute('role', 'listbox')
    list.setAttribute('aria-label', input.getAttribute('data-label') || '')
    box.className = 'suggest-box'
    input.parentNode.insertBefore(box, input)
    box.appendChild(input)
    box.appendChild(list)
    input.setAttribute('autocomplete', 'off')
    input.setAttribute('role', 'combobox')
    input.setAttribute('aria-autocomplete', 'list')
    input.setAttribute('aria-controls', list.id)
    input.setAttribute('aria-expanded', 'false')

    function close() {
      list.hidden = true
      at = -1
      input.setAttribute('aria-expanded', 'false')
      input.removeAttribute('aria-activedescendant')
    }
    function mark(next) {
      var options = list.children
      if (options.length === 0) return
      if (at >= 0) options[at].setAttribute('aria-selected', 'false')
      at = (next + options.length) % options.length
      options[at].setAttribute('aria-selected', 'true')
      input.setAttribute('aria-activedescendant', options[at].id)
    }
    function choose(option) {
      input.value = option.getAttribute('data-text')
      close()
      input.form.submit()
    }
    function show(items) {
      list.textContent = ''
      items.forEach(function (item, index) {
        var option = document.createElement('li')
        var text = document.createElement('span')
        var kind = document.createElement('small')
        option.id = list.id + '-' + index
        option.setAttribute('role', 'option')
        option.setAttribute('aria-selected', 'false')
        option.setAttribute('data-text', item.text)
        text.textContent = item.text
        kind.textContent = kinds[item.kind] || ''
        option.appendChild(text)
        option.appendChild(kind)
        option.addEventListener('mousedown', function (event) {
          event.preventDefault()
          choose(option)
        })
        list.appendChild(option)
      })
      at = -1
      list.hidden = items.length === 0
      input.setAttribute('aria-expanded', String(items.length > 0))
    }
    function ask() {
      var q = input.value.trim()
      if (q === asked) return
      asked = q
      if (q === '') return close()
      window
        .fetch(input.getAttribute('data-suggest') + '?q=' + encodeURIComponent(q))
        .then(function (answer) {
          return answer.ok ? answer.json() : { items: [] }
        })
        .then(function (answer) {
          if (q === input.value.trim() && document.activeElement === input) show(answer.items)
        })
        .catch(close)
    }
    input.addEventListener('input', function (event) {
      // 拼音输入法组字时不查
      if (event.isComposing) return
      window.clearTimeout(timer)
      timer = window.setTimeout(ask, 200)
    })
    input.addEventListener('compositionend', function () {
      window.clearTimeout(timer)
      timer = window.setTimeout(ask, 200)
    })
    input.addEventListener('keydown', function (event) {
      if (event.isComposing || list.hidden) return
      if (event.key === 'ArrowDown') mark(at + 1)
      else if (event.key === 'ArrowUp') mark(at < 0 ? -1 : at - 1)
      else if (event.key === 'Escape') close()
      else if (event.key === 'Enter' && at >= 0) choose(list.children[at])
      else return
      event.preventDefault()
    })
    input.addEventListener('blur', close)
  })

  // 有错误时把焦点放到汇总上，办完一步把焦点放到结果上
  var summary = document.getElementById('error-summary') || document.getElementById('outcome')
  if (summary) summary.focus()
})()
