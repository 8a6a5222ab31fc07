<#-- The frame of every e-mail. Programs that read e-mail load no style sheet, so it stands here; nothing is loaded from elsewhere. -->
<#macro emailLayout>
<#assign name=properties["name_" + locale.language]!properties.name_fr>
<!DOCTYPE html>
<html lang="${locale.language}" dir="${(ltr)?then('ltr','rtl')}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${name}</title>
<style>
body { margin: 0; background: ${properties.band}; color: ${properties.ink}; font: 1rem/1.5 ${properties.font}; overflow-wrap: anywhere; }
.sheet { max-width: 38rem; margin: 0 auto; padding: 1rem; background: ${properties.ground}; border-top: 5px solid ${properties.accent}; }
.name { font-weight: 700; font-size: 1.25rem; }
.foot { color: ${properties.soft}; font-size: 0.9375rem; }
a { color: ${properties.accent}; }
@media (prefers-color-scheme: dark) {
  body { background: ${properties.band_dark}; color: ${properties.ink_dark}; }
  .sheet { background: ${properties.ground_dark}; border-color: ${properties.accent_dark}; }
  .foot { color: ${properties.soft_dark}; }
  a { color: ${properties.accent_dark}; }
}
</style>
</head>
<body>
<main class="sheet">
<h1 class="name">${name}</h1>
<#nested>
<p class="foot">${msg("mailFoot", name)}</p>
</main>
</body>
</html>
</#macro>
