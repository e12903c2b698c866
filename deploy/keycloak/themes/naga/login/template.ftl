<#-- The frame of every page: name and language above, one column below. Same order as Naga's own sign-in page. -->
<#macro brand>
  <svg class="mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false"><path d="M2.5 27c2.8-3.3 6-3.3 9-.2 3 3.1 7.2 3 9.7-.3 2.5-3.4.6-7.2-3.4-7.9-3.8-.7-6.3-2.7-6.3-6.6C11.5 8 11 5 8.5 2.5c4.5 0 7 .8 9 2.3 4.5-.3 9 2.2 11.5 6.4-3.6-.1-6.2.9-8 3.6"/></svg>
  <span>${realm.displayName!"Naga SIS"}</span>
</#macro>

<#macro seal>
  <svg class="seal" viewBox="0 0 64 64" aria-hidden="true" focusable="false">
    <circle cx="32" cy="32" r="30.5" stroke-width="1.5"/>
    <circle cx="32" cy="32" r="26.5" stroke-width="0.75" stroke-dasharray="0.1 3.365"/>
    <path d="M2.5 27c2.8-3.3 6-3.3 9-.2 3 3.1 7.2 3 9.7-.3 2.5-3.4.6-7.2-3.4-7.9-3.8-.7-6.3-2.7-6.3-6.6C11.5 8 11 5 8.5 2.5c4.5 0 7 .8 9 2.3 4.5-.3 9 2.2 11.5 6.4-3.6-.1-6.2.9-8 3.6" transform="translate(16.5 17) scale(.97)" stroke-width="2.2"/>
  </svg>
</#macro>

<#macro languages>
  <#if realm.internationalizationEnabled && locale.supported?size gt 1>
    <nav class="languages" aria-label="${msg("languages")}">
      <#list locale.supported as l>
        <a href="${l.url}" lang="${l.languageTag}" hreflang="${l.languageTag}" title="${l.label}"<#if l.languageTag == locale.currentLanguageTag> aria-current="true"</#if>><#if l.languageTag == "en">EN<#elseif l.languageTag == "km">ខ្មែរ<#else>${l.label}</#if></a>
      </#list>
    </nav>
  </#if>
</#macro>

<#macro registrationLayout bodyClass="" displayInfo=false displayMessage=true displayRequiredFields=false>
<!DOCTYPE html>
<html lang="${lang}">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="color-scheme" content="light dark">
  <meta name="robots" content="noindex, nofollow">
  <title>${title!(realm.displayName!"Naga SIS")}</title>
  <link rel="icon" href="${url.resourcesPath}/img/icon.svg" type="image/svg+xml">
  <#if lang == "km"><link rel="preload" href="${url.resourcesPath}/fonts/kantumruy-pro-khmer-wght-normal.woff2" as="font" type="font/woff2" crossorigin></#if>
  <#list properties.styles?split(" ") as style>
  <link rel="stylesheet" href="${url.resourcesPath}/${style}">
  </#list>
  <#if scripts??>
  <#list scripts as script>
  <script src="${script}" type="text/javascript"></script>
  </#list>
  </#if>
  <script type="module" src="${url.resourcesPath}/js/passwordVisibility.js"></script>
  <script type="module">
    <#outputformat "JavaScript">
    import { startSessionPolling } from ${(url.resourcesPath + "/js/authChecker.js")?c};
    startSessionPolling(${url.ssoLoginInOtherTabsUrl?c});
    </#outputformat>
  </script>
  <#if authenticationSession??>
  <script type="module">
    <#outputformat "JavaScript">
    import { checkAuthSession } from ${(url.resourcesPath + "/js/authChecker.js")?c};
    checkAuthSession(${authenticationSession.authSessionIdHash?c});
    </#outputformat>
  </script>
  </#if>
</head>
<body data-page-id="login-${pageId}">
  <header class="top">
    <#if (client.baseUrl)?has_content>
      <a class="brand" href="${client.baseUrl}"><@brand /></a>
    <#else>
      <span class="brand"><@brand /></span>
    </#if>
    <@languages />
  </header>
  <main class="page">
    <@seal />
    <h1 id="kc-page-title"><#nested "header"></h1>

    <#if auth?has_content && auth.showUsername() && !auth.showResetCredentials()>
      <p class="signing-in">
        <span id="kc-attempted-username">${auth.attemptedUsername}</span>
        <a id="reset-login" href="${url.loginRestartFlowUrl}">${msg("restartLoginTooltip")}</a>
      </p>
      <#nested "show-username">
    </#if>

    <#-- What the application itself asked for needs no warning that it must be done. -->
    <#if displayMessage && message?has_content && (message.type != "warning" || !isAppInitiatedAction??)>
      <div class="notice notice-${message.type}" role="${(message.type == "error")?then("alert", "status")}">
        <span class="icon icon-${message.type}" aria-hidden="true"></span>
        <span class="kc-feedback-text">${message.summary}</span>
      </div>
    </#if>

    <#nested "form">

    <#if auth?has_content && auth.showTryAnotherWayLink()>
      <form id="kc-select-try-another-way-form" action="${url.loginAction}" method="post" novalidate>
        <input type="hidden" name="tryAnotherWay" value="on">
        <button class="button button-outline button-wide" type="submit" id="try-another-way">${msg("doTryAnotherWay")}</button>
      </form>
    </#if>

    <#nested "socialProviders">

    <#if displayInfo>
      <div id="kc-info" class="info"><#nested "info"></div>
    </#if>
  </main>
</body>
</html>
</#macro>
