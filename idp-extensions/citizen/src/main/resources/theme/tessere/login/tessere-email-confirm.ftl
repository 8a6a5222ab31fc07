<#import "template.ftl" as layout>
<@layout.registrationLayout displayMessage=false; section>
<#if section == "header"><#if state == "ask">${text.of("email.confirm.title")}<#else>${text.of("email.confirm.title." + state)}</#if><#elseif section == "form">
<#if state == "ask">
<p class="lead">${text.of("email.confirm.ask")}</p>
<form id="confirm-email" class="actions" action="${url.resourcesPath?keep_before("/resources/")}/realms/${realm.name}/tessere-email/confirm" method="post">
  <input type="hidden" name="token" value="${token}">
  <button class="button" type="submit">${text.of("email.confirm.button")}</button>
</form>
<#elseif state == "done">
<p class="notice info" role="status" id="confirmed">${text.of("email.confirm.done")}</p>
<#else>
<p class="notice error" role="alert">${text.of("email.confirm.spent")}</p>
<p class="actions"><a class="button" href="${url.resourcesPath?keep_before("/resources/")}/realms/${realm.name}/tessere-identity">${text.of("identity.title")}</a></p>
</#if>
</#if>
</@layout.registrationLayout>
