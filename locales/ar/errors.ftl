### ما قد يقع من خطأ: ماذا حدث وأين؛ و`.remedy`: ما العمل.
###
### المصطلحات: page = صفحة · segment = مقطع · source = النص المصدر، الصفحة المصدر · target = الترجمة ·
### translation memory = ذاكرة ترجمة · rule = قاعدة · gate = شرط القبول (ما يُفشل `check`).
### تبقى الأوامر والخيارات وأسماء الملفات ومفاتيح الإعدادات كما هي بين `علامتين`.

label-error = خطأ
label-warning = تحذير
label-note = ملاحظة
label-help = الحل
label-hint = تلميح
did-you-mean = هل تقصد { $similar }؟

## سطر الأوامر

error-usage-command = لا يوجد أمر اسمه `{ $given }`.
    .remedy = الأوامر هي: { $commands }. يشرحها `hexapla --help`.
error-usage-option = ليس للأمر `{ $command }` خيار اسمه `{ $option }`.
    .remedy = يعرض `{ $command } --help` قائمة الخيارات. ضع `--` قبل أسماء الملفات التي تبدأ بشرطة.
error-usage-extra = الوسيط `{ $argument }` زائد عن الحاجة.
    .remedy = يبيّن `{ $command } --help` موضع كل وسيط.
error-usage-value = لا يقبل `{ $option }` القيمة «{ $value }».
    .remedy = القيم المقبولة: { $values }.
error-usage-no-value = يحتاج `{ $option }` إلى قيمة.
    .remedy = يبيّن `{ $command } --help` ما يُكتب معه.
error-usage-twice = كُتب `{ $option }` مرتين.
    .remedy = أبقِ واحدًا منهما. يعرض `{ $command } --help` الخيارات.
error-usage-conflict = لا يجتمع `{ $first }` و`{ $second }`.
    .remedy = اختر أحدهما. يشرح `{ $command } --help` كليهما.
error-usage-missing = ينقص شيء: { $arguments }.
    .remedy = يبيّن `{ $command } --help` طريقة الاستدعاء مع أمثلة.
error-usage-encoding = أحد الوسائط ليس بترميز UTF-8 صحيح.
    .remedy = لا يجوز غير ذلك إلا في أسماء الملفات. يعرض `{ $command } --help` الوسائط.
error-usage-other = تعذّر فهم سطر الأوامر ({ $reason }).
    .remedy = يبيّن `{ $command } --help` طريقة الاستدعاء.
error-ui-language = لا توجد رسائل باللغة «{ $language }».
    .remedy = اختر من: { $available }؛ ويجوز إلحاق المنطقة، مثل `ar-EG`.
error-language = «{ $tag }» ليس رمز لغة.
    .remedy = اكتب رمزًا وفق BCP 47 مثل `de` أو `en-GB` أو `ar-SA`.
error-language-needed = لا شيء يدل على لغة الملف { $path }.
    .remedy = حدّدها بالخيار `{ $option }`، مثل `{ $option } de`.

## الملفات

error-file-missing = الملف { $path } غير موجود.
    .remedy = تحقّق من كتابة المسار؛ فهو يُحسب من المجلد الحالي.
error-file-denied = لا تملك صلاحية الوصول إلى { $path }.
    .remedy = غيّر الصلاحيات أو نفّذ الأمر باسم مالك الملف.
error-file-directory = { $path } مجلد، والمطلوب ملف.
    .remedy = حدّد ملفًا داخله.
error-read = تعذّرت قراءة { $path }: { $reason }.
    .remedy = تأكّد من سلامة الملف ومن إمكان الوصول إليه ثم أعد المحاولة.
error-write = تعذّرت كتابة { $path }: { $reason }.
    .remedy = تأكّد من وجود المجلد ومن صلاحية الكتابة فيه ومن توفر مساحة على القرص.
error-output = تعذّرت كتابة المخرجات: { $reason }.
    .remedy = تأكّد من توفر مساحة على القرص ومن أن الوجهة مفتوحة.
error-file-binary = الملف { $path } ثنائي وليس نصًا.
    .remedy = حدّد صفحة بنص عادي أو Markdown أو HTML، أو استثن هذا الملف بالمفتاح `skip` في hexapla.toml.
error-not-utf8 = { $place }: البايت { $byte } ليس بترميز UTF-8، والملف لا يصرّح بترميز آخر.
    .remedy = احفظ الملف بترميز UTF-8 أو صرّح بترميزه داخله (في HTML: `<meta charset="…">`، وفي غيره: علامة BOM).
error-not-as-declared = { $place }: البايت { $byte } لا يوافق الترميز { $encoding } الذي يصرّح به الملف.
    .remedy = صرّح بالترميز الحقيقي للملف أو احفظه بترميز UTF-8.
error-unknown-encoding = يصرّح { $path } بالترميز «{ $encoding }» وهو غير معروف، والملف ليس بترميز UTF-8.
    .remedy = احفظ الملف بترميز UTF-8 وصرّح بذلك.
error-other = { $reason }.
    .remedy = إن لم يتضح لك ما العمل فأبلغنا رجاءً مع ذكر الأمر والملف.

## المشروع

error-no-configuration = لا يوجد hexapla.toml في { $start } ولا فوقه.
    .remedy = أنشئه بالأمر `hexapla init` أو حدّد مجلد المشروع.
error-outside = يقع { $path } خارج المشروع.
    .remedy = حدّد مسارًا داخل مجلد المشروع؛ ولا يجوز أن تخرج منه `..` ولا الروابط.
error-configuration = { $place }: هذا ليس TOML سليمًا ({ $reason }).
    .remedy = صحّح هذا السطر. يعرض `hexapla init --dry-run` شكل الإعدادات كاملة مع شرح كل مفتاح.
error-configuration-type = { $place }: { $wanted ->
        [list] المطلوب هنا قائمة.
        [text] المطلوب هنا نص بين علامتي اقتباس.
        [number] المطلوب هنا عدد.
        [truth] المطلوب هنا `true` أو `false`.
       *[table] المطلوب هنا جدول.
    }
    .remedy = { $wanted ->
        [list] ضع القيمة بين قوسين مربعين ولو كانت واحدة: `["en"]`.
        [text] ضع القيمة بين علامتي اقتباس: `"de"`.
        [number] اكتب العدد دون علامتي اقتباس: `95`.
        [truth] اكتب إحدى الكلمتين دون علامتي اقتباس.
       *[table] اكتبها هكذا: `{"{"} en = 95 {"}"}`، أو تحت عنوان بين قوسين مربعين.
    } يعرض `hexapla init --dry-run` شكل الإعدادات كاملة.
error-configuration-missing = { $place }: ينقص هذا الجدولَ المفتاحُ `{ $key }`.
    .remedy = أضفه. يعرض `hexapla init --dry-run` شكل الإعدادات كاملة مع شرح كل مفتاح.
error-configuration-twice = { $place }: ورد هذا مرتين.
    .remedy = ادمج الموضعين أو احذف أحدهما.
error-configuration-key = { $place }: لا يوجد مفتاح اسمه `{ $key }`.
    .remedy = صحّحه أو احذفه. تُكتب المفاتيح بأحرف لاتينية صغيرة تفصل بينها شرطات.
error-configuration-language = { $place }: «{ $language }» ليس رمز لغة.
    .remedy = اكتب رمزًا وفق BCP 47 مثل `de` أو `en-GB` أو `ar-SA`.
error-configuration-language-twice = { $place }: ذُكرت اللغة { $language } مرتين.
    .remedy = تُذكر لغة المصدر في `source` وحده، وكل لغة ترجمة مرة واحدة في `targets`.
error-configuration-no-language = { $place }: لا يبيّن النمط `{ $pattern }` موضع اللغة.
    .remedy = اكتب `{"{"}language{"}"}` في موضع رمز اللغة من المسار.
error-configuration-wildcards = { $place }: رموز الإحلال في `{ $pattern }` تخالف رموز نمط المصدر.
    .remedy = استعمل `*` و`**` أنفسها بالترتيب نفسه: فما تطابقه يُنقل إلى مسار الترجمة.
error-configuration-outside = { $place }: يخرج النمط `{ $pattern }` من المشروع.
    .remedy = اكتب الأنماط نسبةً إلى hexapla.toml بلا `..` وبلا `/` في أولها.
error-configuration-brace = { $place }: في `{ $pattern }` قوس غير مغلق.
    .remedy = أغلق القوس. تُكتب البدائل هكذا: `*.{"{"}md,html{"}"}`.
error-configuration-no-targets = { $place }: لم تُذكر أي لغة للترجمة إليها.
    .remedy = اذكر لغات الترجمة: `targets = ["en", "ru"]`.
error-configuration-no-documents = { $place }: لا شيء يبيّن ما الصفحات.
    .remedy = أضف جدول `[[documents]]` وفيه `source` و`target`. يجدها `hexapla init` وحده.
error-configuration-value = { $place }: القيمة «{ $value }» غير مقبولة هنا.
    .remedy = القيم المقبولة: { $possible }.
error-pattern-matches-nothing = { $place }: لا يطابق النمط `{ $pattern }` أي ملف.
    .remedy = صحّح النمط أو احذف جدوله. يعرض `hexapla list` ما تطابقه الأنماط وما يفوتها.
error-target-claimed-twice = للصفحتين { $first } و{ $second } الترجمة نفسها { $target }.
    .remedy = ميّز بينهما في أنماط hexapla.toml.
error-not-a-target = لا يترجم المشروع إلى «{ $language }».
    .remedy = لغات الترجمة: { $known }. تُضاف غيرها إلى `targets` في hexapla.toml.
error-memory = لا يصلح { $path } ذاكرة ترجمة: { $reason }.
    .remedy = أصلح الملف أو استعده من نظام إدارة الإصدارات.
error-crash = تعذّر تحليل { $path }، وهذا خطأ في hexapla.
    .remedy = أبلغنا به رجاءً وأرفق الصفحة. ويمكن تخطيها الآن بالمفتاح `skip` في hexapla.toml.
error-unknown-format = لا يدل الاسم { $path } على نوع الصفحة.
    .remedy = اجعل لاحقته .md أو .html أو .txt، أو استعمل `--input`.
error-configuration-exists = الملف { $path } موجود من قبل.
    .remedy = عدّله، أو غيّر اسمه ثم نفّذ `hexapla init` من جديد. لم يتغير شيء.
error-no-pages = لا توجد صفحات في { $root }.
    .remedy = الصفحات ملفات تنتهي أسماؤها بـ ‎.md أو ‎.html أو ‎.txt. انتقل إلى مجلد الموقع أو سمّه: `hexapla init المجلد`.
error-nothing-to-pair = لا توجد في { $root } صفحات تبدو ترجمات بعضها لبعض.
    .remedy = تُعرف الصفحات برمز اللغة في المجلد (`de/garden.md`) أو في اسم الملف (`garden.de.md`). وإن لم يُترجم شيء بعد فحدّد اللغات: `hexapla init --source de --targets en,ru`. ولغير ذلك اكتب hexapla.toml بنفسك.
error-not-in-project = ليس { $path } صفحة من هذا المشروع ولا يحوي صفحات منه.
    .remedy = يعرض `hexapla list` صفحات المشروع.
error-export-one-file = { $path } ملف واحد، واللغات المطلوب كتابتها { $count }.
    .remedy = حدّد مجلدًا، أو اختر لغة واحدة بالخيار `--language`.
error-history-not-a-repository = سجل تغييرات الصفحات مطلوب، والمشروع ليس في مستودع git.
    .remedy = نفّذ hexapla في نسخة من مستودع الموقع، أو اكتب `history = "auto"` في hexapla.toml.
error-history-git-missing = سجل تغييرات الصفحات مطلوب، ولا يوجد `git` هنا.
    .remedy = ثبّت git واجعله في PATH، أو اكتب `history = "off"` في hexapla.toml.
error-history-no-commits = سجل تغييرات الصفحات مطلوب، وليس في المستودع أي إيداع بعد.
    .remedy = أودع الصفحات أولًا، أو اكتب `history = "auto"` في hexapla.toml.
error-history-shallow = النسخة سطحية: فالإيداعات السابقة التي تدل على القديم ليست هنا.
    .remedy = اجلبها بالأمر `git fetch --unshallow`، وفي GitHub Actions اكتب `fetch-depth: 0` مع `actions/checkout`. ويمكن الاستغناء عنها بكتابة `history = "off"`.
error-history-incomplete = النسخة جزئية: فملفات الإيداعات السابقة ليست هنا.
    .remedy = اجلبها بالأمر `git fetch --refetch --no-filter`، أو استنسخ بلا `--filter`.
error-history-ownership = المستودع ملك لمستخدم آخر، ولا يثق به git.
    .remedy = إن كنت تثق به: `git config --global --add safe.directory DIRECTORY`.
error-history-broken = أخفق git: { $message }.
    .remedy = انظر ما يقوله `git status` و`git fsck` في ذلك المجلد.
