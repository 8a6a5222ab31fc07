<#import "template.ftl" as layout>
<#assign statement=(lang!"fr")?starts_with("fr")?then("fr", "en")>
<@layout.registrationLayout displayMessage=false; section>
<#if section == "header">${msg("accessibilityTitle")}<#elseif section == "form">
<#include "resources/look/accessibility." + statement + ".html">
</#if>
</@layout.registrationLayout>
