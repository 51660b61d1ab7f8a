### Что может пойти не так: что случилось и где; `.remedy`: что делать.
###
### Глоссарий: page = страница · segment = сегмент · source = исходный текст, исходная страница · target = перевод ·
### translation memory = память переводов · rule = правило · gate = порог (из-за чего `check` не проходит).
### Команды, параметры, имена файлов и ключи настроек не переводятся и стоят в `апострофах`.

label-error = ошибка
label-warning = предупреждение
label-note = примечание
label-help = что делать
label-hint = подсказка
did-you-mean = Возможно, имелось в виду { $similar }?

## Командная строка

error-usage-command = Команды `{ $given }` нет.
    .remedy = Есть команды { $commands }. Что они делают, расскажет `hexapla --help`.
error-usage-option = У `{ $command }` нет параметра `{ $option }`.
    .remedy = Список параметров: `{ $command } --help`. Перед именами файлов, которые начинаются с дефиса, поставьте `--`.
error-usage-extra = Аргумент `{ $argument }` лишний.
    .remedy = `{ $command } --help` покажет, что где пишется.
error-usage-value = `{ $option }` не принимает значение «{ $value }».
    .remedy = Допустимые значения: { $values }.
error-usage-no-value = `{ $option }` требует значения.
    .remedy = `{ $command } --help` покажет, что к нему пишется.
error-usage-twice = `{ $option }` указан дважды.
    .remedy = Оставьте один. Список параметров: `{ $command } --help`.
error-usage-conflict = `{ $first }` и `{ $second }` несовместимы.
    .remedy = Выберите что-то одно. Оба описаны в `{ $command } --help`.
error-usage-missing = Чего-то не хватает: { $arguments }.
    .remedy = `{ $command } --help` покажет, как вызывать команду, с примерами.
error-usage-encoding = Один из аргументов записан не в UTF-8.
    .remedy = Иначе могут быть записаны только имена файлов. Аргументы описаны в `{ $command } --help`.
error-usage-other = Командную строку не удалось понять ({ $reason }).
    .remedy = `{ $command } --help` покажет, как вызывать команду.
error-ui-language = Сообщений на языке «{ $language }» нет.
    .remedy = Есть { $available }; можно добавить регион, например `ar-EG`.
error-language = «{ $tag }» — не обозначение языка.
    .remedy = Укажите его по BCP 47, например `de`, `en-GB` или `ar-SA`.
error-language-needed = Нигде не сказано, на каком языке { $path }.
    .remedy = Укажите язык: `{ $option }`, например `{ $option } de`.

## Файлы

error-file-missing = { $path } не существует.
    .remedy = Проверьте, как написан путь; он отсчитывается от текущего каталога.
error-file-denied = Нет доступа к { $path }.
    .remedy = Измените права доступа или выполните команду от имени владельца файла.
error-file-directory = { $path } — каталог, а нужен файл.
    .remedy = Укажите файл в этом каталоге.
error-read = Не удалось прочитать { $path }: { $reason }.
    .remedy = Проверьте, что файл цел и доступен, и повторите попытку.
error-write = Не удалось записать { $path }: { $reason }.
    .remedy = Проверьте, что каталог существует, что в него можно писать и что на диске есть место.
error-output = Не удалось записать вывод: { $reason }.
    .remedy = Проверьте, что на диске есть место и что получатель вывода открыт.
error-file-binary = { $path } — двоичный файл, а не текст.
    .remedy = Укажите страницу в виде простого текста, Markdown или HTML или исключите этот файл через `skip` в hexapla.toml.
error-not-utf8 = { $place }: байт { $byte } не в UTF-8, а другую кодировку файл не объявляет.
    .remedy = Сохраните файл в UTF-8 или укажите кодировку в нём самом (HTML: `<meta charset="…">`; иначе — метка BOM).
error-not-as-declared = { $place }: байт { $byte } не подходит к кодировке { $encoding }, которую объявляет файл.
    .remedy = Укажите настоящую кодировку файла или сохраните его в UTF-8.
error-unknown-encoding = { $path } объявляет кодировку «{ $encoding }», которой никто не знает, и это не UTF-8.
    .remedy = Сохраните файл в UTF-8 и так и укажите.
error-other = { $reason }.
    .remedy = Если непонятно, что делать, сообщите нам об этом, указав команду и файл.

## Проект

error-no-configuration = Ни в { $start }, ни выше нет hexapla.toml.
    .remedy = Создайте его командой `hexapla init` или укажите каталог проекта.
error-outside = { $path } лежит вне проекта.
    .remedy = Укажите путь внутри каталога проекта; `..` и ссылки не должны выводить за его пределы.
error-configuration = { $place }: это не TOML ({ $reason }).
    .remedy = Исправьте эту строку. `hexapla init --dry-run` покажет, как выглядит весь файл, с пояснением каждого ключа.
error-configuration-type = { $place }: { $wanted ->
        [list] здесь нужен список.
        [text] здесь нужен текст в кавычках.
        [number] здесь нужно число.
        [truth] здесь нужно `true` или `false`.
       *[table] здесь нужна таблица.
    }
    .remedy = { $wanted ->
        [list] Заключите значение в квадратные скобки, даже если оно одно: `["en"]`.
        [text] Заключите значение в кавычки: `"de"`.
        [number] Напишите число без кавычек: `95`.
        [truth] Напишите одно из двух, без кавычек.
       *[table] Напишите `{"{"} en = 95 {"}"}` или вынесите под заголовок в квадратных скобках.
    } `hexapla init --dry-run` покажет, как выглядит весь файл.
error-configuration-missing = { $place }: в этой таблице нет ключа `{ $key }`.
    .remedy = Добавьте его. `hexapla init --dry-run` покажет, как выглядит весь файл, с пояснением каждого ключа.
error-configuration-twice = { $place }: это указано дважды.
    .remedy = Объедините оба места или удалите одно из них.
error-configuration-key = { $place }: ключа `{ $key }` нет.
    .remedy = Исправьте его или удалите. Ключи пишутся строчными буквами через дефис.
error-configuration-language = { $place }: «{ $language }» — не обозначение языка.
    .remedy = Укажите его по BCP 47, например `de`, `en-GB` или `ar-SA`.
error-configuration-language-twice = { $place }: язык { $language } назван дважды.
    .remedy = Исходный язык указывается только в `source`, каждый язык перевода — один раз в `targets`.
error-configuration-no-language = { $place }: по шаблону `{ $pattern }` не видно, где стоит язык.
    .remedy = Напишите `{"{"}language{"}"}` там, где в пути стоит обозначение языка.
error-configuration-wildcards = { $place }: в `{ $pattern }` не те подстановочные знаки, что в шаблоне исходных страниц.
    .remedy = Используйте те же `*` и `**` в том же порядке: то, что им соответствует, переносится в путь перевода.
error-configuration-outside = { $place }: шаблон `{ $pattern }` выводит за пределы проекта.
    .remedy = Пишите шаблоны относительно hexapla.toml, без `..` и без `/` в начале.
error-configuration-brace = { $place }: в `{ $pattern }` не закрыта скобка.
    .remedy = Закройте её. Варианты пишутся так: `*.{"{"}md,html{"}"}`.
error-configuration-no-targets = { $place }: не указан ни один язык перевода.
    .remedy = Укажите языки: `targets = ["en", "ru"]`.
error-configuration-no-documents = { $place }: нигде не сказано, какие есть страницы.
    .remedy = Добавьте таблицу `[[documents]]` с `source` и `target`. `hexapla init` найдёт их сам.
error-configuration-value = { $place }: значение «{ $value }» здесь недопустимо.
    .remedy = Допустимые значения: { $possible }.
error-pattern-matches-nothing = { $place }: шаблону `{ $pattern }` не соответствует ни один файл.
    .remedy = Исправьте шаблон или удалите его таблицу. `hexapla list` покажет, что шаблоны охватывают, а что нет.
error-target-claimed-twice = У { $first } и { $second } был бы один и тот же перевод { $target }.
    .remedy = Разведите их в шаблонах hexapla.toml.
error-not-a-target = На «{ $language }» проект не переводится.
    .remedy = Языки перевода: { $known }. Другие добавляются в `targets` в hexapla.toml.
error-memory = { $path } нельзя использовать как память переводов: { $reason }.
    .remedy = Почините файл или восстановите его из системы контроля версий.
error-crash = Не удалось разобрать { $path }. Это ошибка в hexapla.
    .remedy = Сообщите нам о ней, приложив страницу. Пока что её можно пропустить: `skip` в hexapla.toml.
error-unknown-format = По имени { $path } не видно, что это за страница.
    .remedy = Дайте файлу окончание .md, .html или .txt или укажите `--input`.
error-configuration-exists = { $path } уже есть.
    .remedy = Отредактируйте файл или переименуйте его и повторите `hexapla init`. Ничего не изменено.
error-no-pages = В { $root } нет страниц.
    .remedy = Страницы — это файлы с расширением .md, .html или .txt. Перейдите в каталог сайта или укажите его: `hexapla init КАТАЛОГ`.
error-nothing-to-pair = В { $root } нет страниц, похожих на переводы друг друга.
    .remedy = Страницы находятся по обозначению языка в каталоге (`de/garden.md`) или имени файла (`garden.de.md`). Если ничего ещё не переведено, укажите языки: `hexapla init --source de --targets en,ru`. При другом устройстве напишите hexapla.toml вручную.
error-not-in-project = { $path } — не страница этого проекта, и страниц там нет.
    .remedy = Страницы проекта покажет `hexapla list`.
error-export-one-file = { $path } — один файл, а языков для записи несколько ({ $count }).
    .remedy = Укажите каталог или выберите один язык: `--language`.
error-history-not-a-repository = Нужна история страниц, но проект лежит не в репозитории git.
    .remedy = Запустите hexapla в клоне репозитория сайта или напишите `history = "auto"` в hexapla.toml.
error-history-git-missing = Нужна история страниц, но программы `git` здесь нет.
    .remedy = Установите git так, чтобы он находился через PATH, или напишите `history = "off"` в hexapla.toml.
error-history-no-commits = Нужна история страниц, но в репозитории ещё нет коммитов.
    .remedy = Сначала закоммитьте страницы или напишите `history = "auto"` в hexapla.toml.
error-history-shallow = Клон неглубокий: прежних коммитов, по которым видно, что устарело, здесь нет.
    .remedy = Получите их: `git fetch --unshallow`; в GitHub Actions — `fetch-depth: 0` у `actions/checkout`. Без них можно обойтись с `history = "off"`.
error-history-incomplete = Клон неполный: файлов прежних коммитов здесь нет.
    .remedy = Получите их: `git fetch --refetch --no-filter` — или клонируйте без `--filter`.
error-history-ownership = Репозиторий принадлежит другому пользователю, и git ему не доверяет.
    .remedy = Если вы ему доверяете: `git config --global --add safe.directory КАТАЛОГ`.
error-history-broken = Ошибка git: { $message }.
    .remedy = Посмотрите, что говорят в этом каталоге `git status` и `git fsck`.
