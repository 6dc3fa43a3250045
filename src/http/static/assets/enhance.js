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

  // 有错误时把焦点放到汇总上
  var summary = document.getElementById('error-summary')
  if (summary) summary.focus()
})()
