### أي صفحة تقابل أيًّا: `list --guess` والروابط و`[pairs]`.

option-guess = تخمين الصفحات المتقابلة مما تبقّى بحسب مضمونها
list-by-link = متقابلة بحسب روابطها (hreflang أو مبدّل اللغات):
list-guesses = مخمَّنة بحسب المضمون، الأوثق أولًا:
list-guess-line = { $source } → { $target } ({ $language }، الثقة { NUM($confidence) })
list-guesses-none = لا يبدو أن بين الصفحات الباقية ما يتقابل.
list-guess-help =
    راجعها واكتب الصحيح منها في hexapla.toml:
standard-input = الدخل القياسي
option-init-targets = اللغات المطلوب الترجمة إليها تفصل بينها فواصل؛ لموقع لم يُترجم بعد
list-idle = أنماط في `skip` و`not-offered` لا تطابق شيئًا:
