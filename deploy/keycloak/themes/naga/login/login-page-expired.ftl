<#import "template.ftl" as layout>
<@layout.registrationLayout; section>
  <#if section = "header">
    ${msg("pageExpiredTitle")}
  <#elseif section = "form">
    <p class="lead" id="instruction1">${msg("nagaExpired")}</p>
    <div class="actions">
      <a id="loginContinueLink" class="button button-primary button-wide" href="${url.loginAction}">${msg("nagaExpiredContinue")}</a>
      <a id="loginRestartLink" class="button button-outline button-wide" href="${url.loginRestartFlowUrl}">${msg("nagaExpiredRestart")}</a>
    </div>
  </#if>
</@layout.registrationLayout>
