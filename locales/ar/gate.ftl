### شرط القبول: الملاحظات المعروفة، والملاحظات المقبولة، وسؤال التاريخ.
###
### المصطلحات: شرط القبول (gate)، ملاحظة (finding)، قائمة المعروف (baseline)، قبول (accept)، بصمة (fingerprint).

value-share = نسبة
value-count = عدد
value-number = رقم
value-revision = مراجعة
value-text = نص
value-date = يوم
value-rule-name = قاعدة
value-finding = ملاحظة

option-min-coverage = الإخفاق حيث يقل المحدَّث عن هذه النسبة المئوية من كلمات المصدر: 95، أو ru=95 للغة واحدة
option-max-stale = السماح بهذا العدد من المقاطع القديمة: 10، أو ru=10 للغة واحدة
option-min-confidence = الملاحظات التي يقل اليقين في أساسها عن هذا، من 0 إلى 1، تحذيرات فقط
option-since = ما سبّبه هذا الفرع وحده منذ تفرّعه عن المراجعة، في الإيداعات وفي شجرة العمل
option-baseline = ترك الملاحظات الواردة في هذا الملف؛ وما أُصلح يخرج منه
option-new-only = ترك ملاحظات قائمة المعروف، وهي hexapla.baseline ما لم يُسمِّ `[gate]` غيرها
option-update-baseline = كتابة كل الملاحظات الحالية في قائمة المعروف
option-history = هل يُسأل تاريخ git عمّا صُنعت منه الترجمة
option-jobs = العمل بهذا العدد من الخيوط
option-cache-dir = حفظ ما حُسب تحت هذا المجلد للمرة القادمة؛ وإن لم يُذكر ففي مخبأ المستخدم
option-no-cache = حساب كل شيء من جديد دون حفظ شيء

baseline-known = { PLURAL($n) ->
    [zero] لا ملاحظة معروفة من { $path }.
    [one] ملاحظة واحدة معروفة من { $path } وقد تُركت.
    [two] ملاحظتان معروفتان من { $path } وقد تُركتا.
    [few] { NUM($n) } ملاحظات معروفة من { $path } وقد تُركت.
    [many] { NUM($n) } ملاحظة معروفة من { $path } وقد تُركت.
   *[other] { NUM($n) } ملاحظة معروفة من { $path } وقد تُركت.
}
baseline-mended = { PLURAL($n) ->
    [zero] لم تُصلَح ملاحظة من { $path }.
    [one] ملاحظة واحدة أُصلحت وخرجت من { $path }.
    [two] ملاحظتان أُصلحتا وخرجتا من { $path }.
    [few] { NUM($n) } ملاحظات أُصلحت وخرجت من { $path }.
    [many] { NUM($n) } ملاحظة أُصلحت وخرجت من { $path }.
   *[other] { NUM($n) } ملاحظة أُصلحت وخرجت من { $path }.
}
baseline-added = { PLURAL($n) ->
    [zero] لم تُكتب ملاحظة في { $path }.
    [one] ملاحظة واحدة كُتبت في { $path }.
    [two] ملاحظتان كُتبتا في { $path }.
    [few] { NUM($n) } ملاحظات كُتبت في { $path }.
    [many] { NUM($n) } ملاحظة كُتبت في { $path }.
   *[other] { NUM($n) } ملاحظة كُتبت في { $path }.
}
gate-stale-excess = { $language }: عدد القديم { NUM($actual) }، وشرط القبول يسمح بعدد { NUM($most) }.
gate-no-pages = لا صفحة من هذا المشروع بين: { $path }.

command-accept = قبول ملاحظات كما هي
command-accept-details =
    يكتب في hexapla.lock أن الملاحظة مقبولة كما هي، ولماذا. ومكان هذا الملف نظام إدارة النسخ. يسري القرار ما دام لا المصدر
    ولا ترجمة هذا المقطع قد تغيّر، ولا يسري بعد اليوم المذكور في --until. والزوج المقبول يُعدّ محدَّثًا. أما ما قُبل ولم يعد
    موجودًا فيخبر عنه `check`.

    الملاحظة موضع كما يعرضه `check` (صفحة:سطر، أو صفحة)، أو البصمة التي في JSON.
command-accept-examples =
    hexapla accept content/ar/garden.md:12 --reason "أقصر عن قصد"
        ما وُجد في هذا السطر
    hexapla accept --rule stale-minor --reason "روجعت" --until 2027-01-31
        كل ملاحظات قاعدة، إلى حين
    hexapla accept --prune
        نسيان القرارات التي لم تعد تصيب شيئًا
argument-accept-findings = الملاحظات: صفحة:سطر، أو صفحة، أو بصمة
option-reason = السبب، وهو يُدوَّن
option-until = آخر يوم يسري فيه هذا، مثل 2027-01-31
option-accept-rule = ملاحظات هذه القاعدة فقط؛ وبلا ملاحظة مذكورة كلها
option-prune = نسيان القرارات التي لا تصيب شيئًا أو انقضى يومها
accept-done = { PLURAL($n) ->
    [zero] لم تُقبل أي ملاحظة.
    [one] قُبلت ملاحظة واحدة، في hexapla.lock.
    [two] قُبلت ملاحظتان، في hexapla.lock.
    [few] قُبلت { NUM($n) } ملاحظات، في hexapla.lock.
    [many] قُبلت { NUM($n) } ملاحظة، في hexapla.lock.
   *[other] قُبلت { NUM($n) } ملاحظة، في hexapla.lock.
}
accept-pruned = { PLURAL($n) ->
    [zero] لم يُنسَ أي قرار.
    [one] نُسي قرار واحد.
    [two] نُسي قراران.
    [few] نُسيت { NUM($n) } قرارات.
    [many] نُسي { NUM($n) } قرارًا.
   *[other] نُسي { NUM($n) } قرار.
}

rule-unused-accept = ما قُبل هنا لم يعد موجودًا.
remedy-unused-accept = يحذف `hexapla accept --prune` مثل هذه الأسطر.
title-unused-accept = مقبول لم يعد موجودًا
explain-unused-accept =
    سطر في hexapla.lock لا يصيب شيئًا: أُصلحت الملاحظة، أو تغيّر المصدر أو ترجمته، فعلى أحد أن ينظر من جديد.
rule-expired-accept = قُبل هذا إلى يوم قد انقضى.
remedy-expired-accept = أصلح الملاحظة أو اقبلها من جديد.
title-expired-accept = مقبول إلى يوم انقضى
explain-expired-accept =
    انقضى اليوم المذكور في `--until`. ويُخبَر عن الملاحظة من جديد كأي ملاحظة أخرى.

progress-history = قراءة التاريخ

error-lock = { $place }: لا معنى لهذا السطر عند «{ $reason }».
    .remedy = احذف السطر، أو استعد الملف من نظام إدارة النسخ. يكتبه `hexapla accept`.
error-no-baseline = لا توجد قائمة معروف { $path }.
    .remedy = يكتبها `hexapla check --update-baseline`.
error-baseline = { $place }: ليس هذا سطرًا من قائمة معروف.
    .remedy = استعد الملف من نظام إدارة النسخ، أو اكتبه من جديد بالأمر `hexapla check --update-baseline`.
error-no-revision = ليست «{ $name }» مراجعة تشارك هذا الفرع تاريخه.
    .remedy = اذكر فرعًا أو وسمًا أو إيداعًا، مثل `origin/main`. وقد يلزم في CI جلبه أولًا.
error-no-finding = لم يوجد شيء عند «{ $wanted }».
    .remedy = يعرض `hexapla check` المواضع، و`--format json` البصمات. والقواعد المعطَّلة لا تجد شيئًا.
error-many-findings = «{ $wanted }» يوافق { $count } من الملاحظات.
    .remedy = اذكر خانات أكثر من البصمة.
error-no-day = «{ $value }» ليس يومًا.
    .remedy = اكتب اليوم على هيئة سنة-شهر-يوم، مثل { $today }.
error-day-over = لقد انقضى يوم { $value }.
    .remedy = اذكر { $today } أو يومًا بعده؛ ومن دون `--until` يسري القرار حتى يتغيّر شيء.
