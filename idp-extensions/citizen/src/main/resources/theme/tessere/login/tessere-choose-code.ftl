<#import "template.ftl" as layout>
<#import "citizen-frame.ftl" as c>
<@layout.registrationLayout displayMessage=false; section>
<#if section == "header">${text.of("choose.title")}<#elseif section == "form">
<@c.wrongs/>
<p class="lead">${text.of("choose.lead")}</p>
<p id="digits">${text.of("choose.rules")}</p>
<form id="choose-code" action="${url.loginAction}" method="post">
  <@c.code name="code" label=text.of("choose.code") complete="new-password" first=true/>
  <@c.code name="again" label=text.of("choose.again") complete="new-password"/>
  <p class="actions"><button class="button" type="submit" name="step" value="choose">${text.of("choose.button")}</button></p>
</form>
<form class="actions" action="${url.loginAction}" method="post">
  <button class="button plain" type="submit" name="step" value="leave">${msg("leaveButton", service)}</button>
</form>
</#if>
</@layout.registrationLayout>
