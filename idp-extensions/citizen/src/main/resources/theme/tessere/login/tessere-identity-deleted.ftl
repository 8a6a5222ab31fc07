<#import "template.ftl" as layout>
<@layout.registrationLayout displayMessage=false; section>
<#if section == "header">${text.of("identity.deleted")}<#elseif section == "form">
<p class="lead" role="status" id="deleted">${text.of("identity.deleted.text")}</p>
<p>${text.of("identity.delete.kept", logMonths)}</p>
</#if>
</@layout.registrationLayout>
