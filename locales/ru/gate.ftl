### Порог: базовый список, принятые замечания, обращение к истории.
###
### Глоссарий: порог (gate), замечание (finding), базовый список (baseline), принять (accept), отпечаток (fingerprint).

value-share = ПРОЦЕНТ
value-count = N
value-number = ЧИСЛО
value-revision = РЕВИЗИЯ
value-text = ТЕКСТ
value-date = ДЕНЬ
value-rule-name = ПРАВИЛО
value-finding = ЗАМЕЧАНИЕ

option-min-coverage = Не пройти, где актуально меньше, в процентах слов источника: 95 или ru=95 для одного языка
option-max-stale = Пропустить столько устаревших сегментов: 10 или ru=10 для одного языка
option-min-confidence = Замечания, чья основа менее надёжна (от 0 до 1), – только предупреждения
option-since = Только то, что внесла эта ветка с тех пор, как отошла от РЕВИЗИИ: в коммитах и в рабочем каталоге
option-baseline = Опустить замечания из этого файла; исправленное из него уходит
option-new-only = Опустить замечания из базового списка проекта: hexapla.baseline, если `[gate]` не называет другой
option-update-baseline = Записать все нынешние замечания в базовый список
option-history = Спрашивать ли историю git, с чего сделан перевод
option-jobs = Работать в стольких потоках

baseline-known = { PLURAL($n) ->
    [one] { NUM($n) } замечание известно из { $path } и опущено.
    [few] { NUM($n) } замечания известны из { $path } и опущены.
    [many] { NUM($n) } замечаний известны из { $path } и опущены.
   *[other] { NUM($n) } замечаний известны из { $path } и опущены.
}
baseline-mended = { PLURAL($n) ->
    [one] { NUM($n) } замечание исправлено и удалено из { $path }.
    [few] { NUM($n) } замечания исправлены и удалены из { $path }.
    [many] { NUM($n) } замечаний исправлено и удалено из { $path }.
   *[other] { NUM($n) } замечаний исправлено и удалено из { $path }.
}
baseline-added = { PLURAL($n) ->
    [one] { NUM($n) } замечание записано в { $path }.
    [few] { NUM($n) } замечания записаны в { $path }.
    [many] { NUM($n) } замечаний записано в { $path }.
   *[other] { NUM($n) } замечаний записано в { $path }.
}
gate-stale-excess = { $language }: устарело { NUM($actual) }; порог пропускает { NUM($most) }.
gate-no-pages = Среди названного нет страниц этого проекта: { $path }.

command-accept = Принять замечания как есть
command-accept-details =
    Записывает в hexapla.lock, что замечание можно оставить как есть, и почему. Этот файл хранят в системе контроля
    версий. Решение действует, пока не изменится ни источник, ни перевод этого сегмента, и не дольше дня, названного
    в --until. Принятая пара считается актуальной. О том, что принято, но больше не встречается, сообщает `check`.

    ЗАМЕЧАНИЕ – это место, как его показывает `check` (страница:строка или страница), или отпечаток из JSON.
command-accept-examples =
    hexapla accept content/ru/sad.md:12 --reason "намеренно короче"
        То, что найдено в этой строке
    hexapla accept --rule stale-minor --reason "просмотрено" --until 2027-01-31
        Все замечания одного правила, на время
    hexapla accept --prune
        Забыть решения, которые больше ни к чему не относятся
argument-accept-findings = Замечания: страница:строка, страница или отпечаток
option-reason = Почему; это записывается
option-until = Последний день действия, например 2027-01-31
option-accept-rule = Только замечания этого правила; без ЗАМЕЧАНИЯ – все
option-prune = Забыть решения, которые ни к чему не относятся или срок которых истёк
accept-done = { PLURAL($n) ->
    [one] { NUM($n) } замечание принято, см. hexapla.lock.
    [few] { NUM($n) } замечания приняты, см. hexapla.lock.
    [many] { NUM($n) } замечаний принято, см. hexapla.lock.
   *[other] { NUM($n) } замечаний принято, см. hexapla.lock.
}
accept-pruned = { PLURAL($n) ->
    [one] { NUM($n) } решение забыто.
    [few] { NUM($n) } решения забыты.
    [many] { NUM($n) } решений забыто.
   *[other] { NUM($n) } решений забыто.
}

rule-unused-accept = Того, что здесь принято, больше нет.
remedy-unused-accept = `hexapla accept --prune` удаляет такие строки.
title-unused-accept = Принято, но больше нет
explain-unused-accept =
    Строка в hexapla.lock ни к чему не относится: замечание исправлено, либо изменился источник или его перевод, и кто-то
    должен посмотреть заново.
rule-expired-accept = Это было принято только до дня, который уже прошёл.
remedy-expired-accept = Исправьте замечание или примите его заново.
title-expired-accept = Принято до прошедшего дня
explain-expired-accept =
    День, названный в `--until`, прошёл. О замечании снова сообщается, как о любом другом.

progress-history = Чтение истории

error-lock = { $place }: эта строка ничего не значит: { $reason }.
    .remedy = Удалите строку или восстановите файл из системы контроля версий. Его пишет `hexapla accept`.
error-no-baseline = Базового списка { $path } нет.
    .remedy = `hexapla check --update-baseline` запишет его.
error-baseline = { $place }: это не строка базового списка.
    .remedy = Восстановите файл из системы контроля версий или запишите заново: `hexapla check --update-baseline`.
error-no-revision = «{ $name }» – не ревизия, у которой есть общая история с этой веткой.
    .remedy = Назовите ветку, метку или коммит, например `origin/main`. В CI их, возможно, нужно сначала получить.
error-no-finding = По «{ $wanted }» ничего не найдено.
    .remedy = Места показывает `hexapla check`, отпечатки – `--format json`. Отключённые правила ничего не находят.
error-many-findings = «{ $wanted }» подходит к нескольким замечаниям: { $count }.
    .remedy = Укажите больше знаков отпечатка.
