<#-- The frame of every page: no inline script, no inline style, nothing from elsewhere. -->
<#macro registrationLayout bodyClass="" displayInfo=false displayMessage=true displayRequiredFields=false>
<#assign heading><#nested "header"></#assign>
<!DOCTYPE html>
<html lang="${lang!"fr"}">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="color-scheme" content="light dark">
  <meta name="robots" content="noindex, nofollow">
  <title>${heading?markup_string?replace("<[^>]+>", "", "r")?trim?no_esc} – ${realm.displayName!"Tessère"}</title>
  <link rel="icon" type="image/svg+xml" href="${url.resourcesPath}/img/tessere.svg">
  <link rel="stylesheet" href="${url.resourcesPath}/css/tessere.css">
</head>
<body>
<a class="skip" href="#main">${msg("skipToContent")}</a>
<header class="top">
  <p class="brand"><img src="${url.resourcesPath}/img/tessere.svg" width="32" height="32" alt=""> ${realm.displayName!"Tessère"}</p>
  <#if realm.internationalizationEnabled && locale?? && locale.supported?size gt 1>
  <nav aria-label="${msg("languages")}">
    <ul class="languages">
      <#list locale.supported as l>
      <li><a href="${l.url}" hreflang="${l.languageTag}" lang="${l.languageTag}"<#if l.languageTag == locale.currentLanguageTag> aria-current="true"</#if>>${l.label}</a></li>
      </#list>
    </ul>
  </nav>
  </#if>
</header>
<main id="main" tabindex="-1">
  <h1>${heading}</h1>
  <#if displayMessage && message?has_content>
  <p class="notice ${message.type}" role="<#if message.type == "error">alert<#else>status</#if>">${kcSanitize(message.summary)?no_esc}</p>
  </#if>
  <#nested "form">
  <#nested "socialProviders">
  <#if displayInfo><#nested "info"></#if>
</main>
<footer>
  <p>${msg("tessereFooter")}</p>
</footer>
</body>
</html>
</#macro>
