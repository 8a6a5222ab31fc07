<#import "template.ftl" as layout>
<#import "officer-frame.ftl" as o>
<@layout.registrationLayout displayMessage=false; section>
<#if section == "header">${text.of("nav.import")}<#elseif section == "form">
<@o.frame here="import"; part><#if part == "page">
<p class="lead">${text.of("import.lead")}</p>
<p><code>issuing_state,document_type,document_number,status</code></p>
<p>${text.of("documents.size", size)}</p>
<#if count??>
<div class="notice info" role="status" id="rehearsal"><p>${text.of("import.would")}</p>
<ul><li>${text.of("import.entered", count.entered())}</li><li>${text.of("import.changed", count.changed())}</li>
<li>${text.of("import.lifted", count.lifted())}</li><li>${text.of("import.same", count.same())}</li></ul></div>
</#if>
<#if (faultCount > 0)>
<div class="notice error" role="alert" id="faults"><p>${text.of("import.faults", faultCount)}</p>
<ul><#list faults as fault><li>${text.of("import.line", fault.line())} ${text.of("fault." + fault.word())}</li></#list></ul></div>
</#if>
<#if mayAct>
<section aria-labelledby="file-title">
<h2 id="file-title">${text.of("import.file")}</h2>
<form action="${pages}/import" method="post" enctype="multipart/form-data">
<@o.token/>
<p class="field"><label for="file">${text.of("import.choose")}</label><input id="file" type="file" name="file" accept=".csv,text/csv" required></p>
<p class="field"><label for="import-reason">${text.of("reason")}</label>
<input id="import-reason" name="reason" maxlength="300" autocomplete="off" aria-describedby="import-reason-hint">
<span class="small" id="import-reason-hint">${text.of("import.reason.hint")}</span></p>
<p class="actions"><button class="button" type="submit" name="mode" value="rehearse">${text.of("import.rehearse")}</button>
<button class="button quiet" type="submit" name="mode" value="import">${text.of("import.take")}</button></p>
</form>
</section>
</#if>
<@o.history acts/>
</#if></@o.frame>
</#if>
</@layout.registrationLayout>
