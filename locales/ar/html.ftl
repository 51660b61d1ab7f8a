### التقرير صفحةً للمتصفّح، والأمر `hexapla diff`.
###
### المصطلحات: column = عمود · row = صف · page = صفحة · state = حالة · source = المصدر.

html-languages = اللغات
html-pages = صفحات فيها ما يُعمل
html-work = ما ينبغي عمله
html-legend = معاني العلامات
html-all = الكل
html-state = الحالة
html-minor = قديم قليلًا
html-other = غير ذلك
html-all-pages = كل الصفحات
html-whole-page = الصفحة كلها
html-no-source = ليس في المصدر
html-nothing = لا شيء يُعمل

## diff

command-diff = عرض ما تغيّر في المصدر بجانب الجملة التي ينبغي تعديلها
command-diff-details =
    يعرض لصفحة وترجماتها ما تغيّر في المصدر منذ تُرجم: ما حُذف `[-هكذا-]` وما أُضيف `{"{"}+هكذا+{"}"}`، وتحته جملة الترجمة
    التي ينبغي أن تتبعه. ويعرض كذلك الجمل الجديدة وما زال مصدره.
command-diff-examples =
    hexapla diff content/de/garden.md --language ar
        ما ينبغي عمله في الصفحة العربية
    hexapla diff content/ar/garden.md
        الشيء نفسه: يجوز ذكر الترجمة أيضًا
    hexapla diff content/de --base ../site-of-last-year
        كل صفحات مجلد بجانب نسخة سابقة
argument-diff-pages = صفحات مصدر أو ترجمات أو مجلدات منها
diff-changes = { $language }: { PLURAL($n) ->
    [zero] لا تغييرات
    [one] تغيير واحد
    [two] تغييران
    [few] { NUM($n) } تغييرات
    [many] { NUM($n) } تغييرًا
   *[other] { NUM($n) } تغيير
}
diff-none = لم يتغيّر في المصدر شيء تفتقده الترجمة.
