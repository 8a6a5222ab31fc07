<#-- The frame of every page: no inline script, no inline style, nothing from elsewhere. -->
<#macro registrationLayout bodyClass="" displayInfo=false displayMessage=true displayRequiredFields=false>
<#assign language=(lang!"fr")?keep_before("-")>
<#assign name=properties["name_" + language]!properties.name_fr>
<#-- public, and the same on every page: help and accessibility of this realm -->
<#assign publicPages=url.resourcesPath?keep_before("/resources/") + "/realms/" + realm.name + "/tessere/">
<#assign helpPages=publicPages + "help">
<#assign heading><#nested "header"></#assign>
<!DOCTYPE html>
<html lang="${lang!"fr"}">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="color-scheme" content="light dark">
  <meta name="robots" content="noindex, nofollow">
  <title>${heading?markup_string?replace("<[^>]+>", "", "r")?trim?no_esc} – ${name}</title>
  <link rel="icon" type="image/svg+xml" href="${url.resourcesPath}/look/logo.svg">
  <link rel="stylesheet" href="${url.resourcesPath}/look/look.css">
</head>
<body>
<a class="skip" href="#main">${msg("skipToContent")}</a>
<header class="top"><div class="in">
  <p class="brand"><img src="${url.resourcesPath}/look/logo.svg" width="36" height="36" alt=""> <span>${name}</span></p>
  <#if realm.internationalizationEnabled && locale?? && locale.supported?size gt 1>
  <nav aria-label="${msg("languages")}">
    <ul class="languages">
      <#list locale.supported as l>
      <li><a href="${l.url}" hreflang="${l.languageTag}" lang="${l.languageTag}"<#if l.languageTag == locale.currentLanguageTag> aria-current="true"</#if>>${l.label}</a></li>
      </#list>
    </ul>
  </nav>
  </#if>
</div></header>
<main id="main" tabindex="-1">
  <h1>${heading}</h1>
  <#if displayMessage && message?has_content>
  <p class="notice ${message.type}" role="<#if message.type == "error">alert<#else>status</#if>">${kcSanitize(message.summary)?no_esc}</p>
  </#if>
  <#nested "form">
  <#nested "socialProviders">
  <#if displayInfo><#nested "info"></#if>
</main>
<footer><div class="in">
  <p>${msg("tessereFooter")}</p>
  <p><a href="${helpPages}">${msg("helpIndexLink")}</a> · <a href="${publicPages}accessibility">${msg("accessibilityLink")}</a></p>
</div></footer>
</body>
</html>
</#macro>
