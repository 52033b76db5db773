"""The site, drawn."""

from django.conf import settings
from django.contrib import admin
from django.urls import include, path, re_path

from regiozwolle import (
    accounts,
    agenda_pages,
    agenda_print,
    agenda_versions,
    demo,
    erasing,
    lineage,
    open_data,
    partner,
    report_pages,
    search,
    views,
    what_it_brings,
)
from regiozwolle.pages import consultation, dossier

agenda = [
    path("", agenda_pages.agenda, name="agenda"),
    path("afdrukken/", agenda_print.printed, name="print"),
    path("afdrukken/agenda.<slug:form>", agenda_print.printed_file, name="print_file"),
    re_path(r"^tekst/(?P<code>[A-Za-z0-9.-]{1,32})/$", agenda_pages.element, name="element"),
    re_path(r"^tekst/(?P<code>[A-Za-z0-9.-]{1,32})@(?P<number>[1-9]\d{0,3})/$", agenda_pages.element, name="wording"),
    re_path(r"^tekst/(?P<code>[A-Za-z0-9.-]{1,32})/waarom/$", lineage.why, name="why"),
    path("<slug:slug>/", agenda_versions.versions, name="versions"),
    re_path(r"^(?P<slug>[-\w]{1,40})/versie/(?P<number>[1-9]\d{0,3})/$", agenda_pages.version, name="version"),
    path("<slug:slug>/vergelijken/", agenda_versions.comparison, name="compare"),
]

urlpatterns = [
    path("", views.home, name="home"),
    path("partners/", include("partners.urls")),
    path("partners/<slug:slug>/", partner.partner, name="partner"),
    path("partners/<slug:slug>/wat-brengt-het/", what_it_brings.what_it_brings, name="what_it_brings"),
    path("partners/<slug:slug>/wat-brengt-het.<str:form>", what_it_brings.sheet, name="what_it_brings_sheet"),
    path("agenda/", include((agenda, "agenda"))),
    path("resultaten/rapportages/", report_pages.reports, name="reports"),
    path("resultaten/rapportages/<slug:slug>/", report_pages.report, name="report"),
    path("resultaten/rapportages/<slug:slug>/bestand.<slug:form>", report_pages.report_file, name="report_file"),
    path("resultaten/", include("results.urls")),
    path("consultaties/<slug:slug>/", consultation.consultation, name="consultation"),
    path("", include("consultation.urls")),
    path("besluiten/", include("consultation.deciding.urls")),
    path("besluiten/<slug:slug>/", dossier.dossier, name="dossier"),
    path("zoeken/", search.search, name="search"),
    path("over/", views.about, name="about"),
    path("contact/", views.contact, name="contact"),
    path("toegankelijkheid/", views.accessibility, name="accessibility"),
    path("privacy/", views.privacy, name="privacy"),
    path("open-data/", open_data.index, name="open_data"),
    path("open-data/<slug:dataset>.<str:form>", open_data.download, name="open_data_download"),
    path(".well-known/security.txt", views.security_txt, name="security_txt"),
    path("robots.txt", views.robots_txt, name="robots_txt"),
    path("favicon.ico", views.favicon, name="favicon"),
    path("", include(accounts.urlpatterns)),
    path(
        "beheer/rapportages/<int:pk>/vastleggen/",
        admin.site.admin_view(report_pages.freeze_report),
        name="report_freeze",
    ),
    path("beheer/partners/user/<int:pk>/wissen/", admin.site.admin_view(erasing.erase_user), name="erase_user"),
    path("beheer/", admin.site.urls),
]

if settings.DEMO or settings.DEBUG or settings.TESTING:
    urlpatterns += [
        path("stijlgids/", views.style_guide, name="style_guide"),
        path("demo/post/", demo.demo_mail, name="demo_mail"),
    ]

handler400 = "regiozwolle.views.bad_request"
