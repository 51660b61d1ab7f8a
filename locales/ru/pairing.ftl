### Какая страница к какой относится: `list --guess`, ссылки, `[pairs]`.

option-guess = Угадать по содержанию, какие из оставшихся страниц соответствуют друг другу
list-by-link = Найдены по ссылкам (hreflang, переключатель языков):
list-guesses = Угаданы по содержанию, самые надёжные вначале:
list-guess-line = { $source } → { $target } ({ $language }, уверенность { NUM($confidence) })
list-guesses-none = Похоже, оставшиеся страницы друг другу не соответствуют.
list-guess-help =
    Проверьте их и впишите верные в hexapla.toml:
standard-input = стандартный ввод
option-init-targets = Языки перевода через запятую; если на сайте ещё ничего не переведено
list-idle = Шаблоны в `skip` и `not-offered`, которым ничего не соответствует:
