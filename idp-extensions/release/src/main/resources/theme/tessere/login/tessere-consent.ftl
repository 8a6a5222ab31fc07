<#import "template.ftl" as layout>
<#macro line item>${item.label()}<#if item.value()?has_content> : <strong>${item.value()}</strong></#if><#if item.purpose()?has_content> <span class="small">${text.of("consent.purpose", item.purpose())}</span></#if></#macro>
<@layout.registrationLayout displayMessage=false; section>
<#if section == "header">${text.of("consent.title", service)}<#elseif section == "form">
<#if purpose?has_content><p class="lead">${text.of("consent.why", purpose)}</p></#if>
<form id="consent" action="${url.loginAction}" method="post">
  <#if required?has_content>
  <h2>${text.of("consent.required", service)}</h2>
  <ul class="claims">
    <#list required as item><li><@line item/></li></#list>
  </ul>
  </#if>
  <#if optional?has_content>
  <fieldset>
    <legend><strong>${text.of("consent.optional")}</strong></legend>
    <p class="small">${text.of("consent.optional.how")}</p>
    <#list optional as item>
    <p class="choice"><input type="checkbox" id="claim-${item.name()}" name="claim" value="${item.name()}" checked> <label for="claim-${item.name()}"><@line item/></label></p>
    </#list>
  </fieldset>
  </#if>
  <p class="small">${text.of("consent.remembered", days)}</p>
  <p class="actions">
    <button class="button" type="submit" name="step" value="accept">${text.of("consent.yes")}</button>
    <button class="button quiet" type="submit" name="step" value="leave">${text.of("consent.no", service)}</button>
  </p>
</form>
</#if>
</@layout.registrationLayout>
