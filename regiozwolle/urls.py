"""The site, drawn."""

from django.conf import settings
from django.contrib import admin
from django.urls import include, path, re_path

from partners.ground.drawings.offered import to_take
from partners.ground.publishing.previewing import preview
from regiozwolle import accounts, erasing
from regiozwolle.archiving import views as archiving
from regiozwolle.example import mail_page
from regiozwolle.following import desk as following_desk
from regiozwolle.found import citing
from regiozwolle.history import deleted
from regiozwolle.identity import desk as identity
from regiozwolle.identity import reviewing
from regiozwolle.meetings import subscribing
from regiozwolle.open_data import examples
from regiozwolle.open_data import views as open_data
from regiozwolle.own_data import views as own_data
from regiozwolle.pages import (
    agenda,
    agenda_print,
    agenda_versions,
    consultation,
    dossier,
    rectified,
    search,
    site,
    why,
)
from regiozwolle.pages.about import english, story, words
from regiozwolle.pages.decisions import track
from regiozwolle.pages.element import views as element
from regiozwolle.pages.handover import views as handover
from regiozwolle.pages.home import views as home
from regiozwolle.pages.moments import mine
from regiozwolle.pages.moments import views as moments
from regiozwolle.pages.partner import taken as partner_taken
from regiozwolle.pages.partner import views as partner
from regiozwolle.pages.priorities import neighbours, of_goal, saying
from regiozwolle.pages.process import views as process
from regiozwolle.pages.what_it_brings import views as what_it_brings
from regiozwolle.reports import views as reports
from regiozwolle.trouble import works
from regiozwolle.weekly import desk as weekly_desk
from regiozwolle.weekly import views as weekly

agenda_urls = [
    path("", agenda.agenda, name="agenda"),
    path("afdrukken/", agenda_print.printed, name="print"),
    path("afdrukken/agenda.<slug:form>", agenda_print.printed_file, name="print_file"),
    re_path(r"^tekst/(?P<code>[A-Za-z0-9.-]{1,32})/$", element.element, name="element"),
    re_path(r"^tekst/(?P<code>[A-Za-z0-9.-]{1,32})@(?P<number>[1-9]\d{0,3})/$", element.element, name="wording"),
    re_path(r"^tekst/(?P<code>[A-Za-z0-9.-]{1,32})/waarom/$", why.why, name="why"),
    re_path(r"^tekst/(?P<code>[A-Za-z0-9.-]{1,32})/wat-telt/$", of_goal.priorities, name="priorities"),
    path("<slug:slug>/", agenda_versions.versions, name="versions"),
    re_path(r"^(?P<slug>[-\w]{1,40})/versie/(?P<number>[1-9]\d{0,3})/$", agenda.version, name="version"),
    path("<slug:slug>/vergelijken/", agenda_versions.comparison, name="compare"),
]

urlpatterns = [
    path("", home.home, name="home"),
    path("partners/", include("partners.urls")),
    path("partners/<slug:slug>/", partner.partner, name="partner"),
    *to_take("partners/<slug:slug>/groei/", partner_taken.growth, "partner_growth"),
    *to_take("partners/<slug:slug>/kaart/", partner_taken.place, "partner_place"),
    path("partners/<slug:slug>/wat-brengt-het/", what_it_brings.what_it_brings, name="what_it_brings"),
    path("partners/<slug:slug>/wat-brengt-het.<str:form>", what_it_brings.sheet, name="what_it_brings_sheet"),
    path("partners/<slug:slug>/wat-telt/", saying.say_priorities, name="say_priorities"),
    path("partners/<slug:slug>/buren/", neighbours.neighbours_of, name="neighbours"),
    path("partners/<slug:slug>/<slug:kind>/wat-kan-nog/", moments.moments, name="moments"),
    path("partners/<slug:slug>/<slug:kind>/kalender.ics", moments.calendar, name="moments_calendar"),
    path("partners/<slug:slug>/<slug:kind>/overdracht/", handover.handover, name="handover"),
    path("partners/<slug:slug>/<slug:kind>/overdracht.<slug:form>", handover.handover_file, name="handover_file"),
    path("agenda/", include((agenda_urls, "agenda"))),
    path("resultaten/rapportages/", reports.reports, name="reports"),
    path("resultaten/rapportages/<slug:slug>/", reports.report, name="report"),
    path("resultaten/rapportages/<slug:slug>/bestand.<slug:form>", reports.report_file, name="report_file"),
    path("resultaten/rechtgezet/", rectified.rectified, name="rectified"),
    path("resultaten/", include("results.urls")),
    path("consultaties/<slug:slug>/", consultation.consultation, name="consultation"),
    path("consultaties/<slug:slug>/archief.zip", archiving.consultation_archive, name="consultation_archive"),
    path("beloften/", process.promises_kept, name="promises_kept"),
    path("", include("consultation.urls")),
    re_path(r"^c/(?P<code>[A-Za-z0-9.@-]{2,40})$", citing.cited, name="cited"),
    path("besluiten/", include("consultation.deciding.urls")),
    path("besluiten/<slug:slug>/", dossier.dossier, name="dossier"),
    path("besluiten/<slug:slug>/orgaan/<int:pk>/", track.track, name="track"),
    path("besluiten/<slug:slug>/archief.zip", archiving.dossier_archive, name="dossier_archive"),
    path("besluiten/<slug:slug>/besluiten.<slug:form>", dossier.dossier_file, name="dossier_file"),
    path("bijeenkomsten/", include("regiozwolle.meetings.urls")),
    path("kalenders/", subscribing.calendars, name="calendars"),
    path("kalender.ics", subscribing.everything, name="everything_calendar"),
    path("mijn-orgaan/", mine.my_body, name="my_body"),
    path("mijn-orgaan/<int:pk>/<slug:purpose>/", mine.enter, name="enter"),
    path("zoeken/", search.search, name="search"),
    path("over/", story.about, name="about"),
    path("woorden/", words.words, name="words"),
    path("english/", english.english, name="english"),
    path("contact/", site.contact, name="contact"),
    path("werkt-alles/", works.works, name="works"),
    path("toegankelijkheid/", site.accessibility, name="accessibility"),
    path("privacy/", site.privacy, name="privacy"),
    path("open-data/", open_data.index, name="open_data"),
    path("open-data/voorbeelden/", examples.examples, name="open_data_examples"),
    path("open-data/catalogus.jsonld", open_data.described, name="open_data_catalogue"),
    path("open-data/<slug:dataset>.<str:form>", open_data.download, name="open_data_download"),
    path("", include("regiozwolle.found.urls")),
    path("api/v1/", include("regiozwolle.api.urls")),
    path(".well-known/security.txt", site.security_txt, name="security_txt"),
    path("weekbericht/<str:token>/", weekly.weekly, name="weekly"),
    path("voorvertoning/<str:token>/", preview, name="preview"),
    path("volgen/", include("regiozwolle.following.urls")),
    path("feeds/", include("regiozwolle.feeds.urls")),
    path("robots.txt", site.robots_txt, name="robots_txt"),
    path("favicon.ico", site.favicon, name="favicon"),
    path("mijn-account/gegevens/", own_data.own_data, name="own_data"),
    path("mijn-account/gegevens/sluiten/", own_data.close_account, name="close_account"),
    path("mijn-account/gegevens/mijn-gegevens.<slug:form>", own_data.own_data_file, name="own_data_file"),
    path("", include(accounts.urlpatterns)),
    path(
        "beheer/rapportages/<int:pk>/vastleggen/",
        admin.site.admin_view(reports.freeze_report),
        name="report_freeze",
    ),
    path("beheer/partners/user/<int:pk>/wissen/", admin.site.admin_view(erasing.erase_user), name="erase_user"),
    path("beheer/partners/user/<int:pk>/uitloggen/", admin.site.admin_view(identity.sign_out), name="sign_out"),
    path(
        "beheer/partners/user/<int:pk>/tweede-stap-weg/",
        admin.site.admin_view(identity.take_step_away),
        name="take_step_away",
    ),
    path("beheer/accounts/wijziging/<int:pk>/", admin.site.admin_view(identity.decide), name="decide_account_change"),
    path("beheer/accounts/rechten/", reviewing.review, name="review_rights"),
    path("beheer/accounts/rechten/beheer/", reviewing.of_staff, name="review_rights_of_staff"),
    path("beheer/accounts/rechten/<int:pk>/", reviewing.of_body, name="review_rights_of_body"),
    path("beheer/volgen/", admin.site.admin_view(following_desk.following), name="following_desk"),
    path("beheer/weekbericht/", admin.site.admin_view(weekly_desk.weekly_mails), name="weekly_mails"),
    path("beheer/weekbericht/<int:pk>/", admin.site.admin_view(weekly_desk.weekly_preview), name="weekly_preview"),
    path(
        "beheer/weekbericht/<int:pk>/opmaak/",
        admin.site.admin_view(weekly_desk.weekly_in_frame),
        name="weekly_in_frame",
    ),
    path("beheer/verwijderd/", admin.site.admin_view(deleted.deleted), name="deleted"),
    path("beheer/verwijderd/<int:pk>/", admin.site.admin_view(deleted.bring_back_view), name="bring_back"),
    path("beheer/", admin.site.urls),
]

if settings.DEMO or settings.DEBUG or settings.TESTING:
    urlpatterns += [
        path("stijlgids/", site.style_guide, name="style_guide"),
        path("demo/post/", mail_page.demo_mail, name="demo_mail"),
    ]

handler400 = "regiozwolle.trouble.pages.bad_request"
handler404 = "regiozwolle.trouble.pages.not_found"
handler500 = "regiozwolle.trouble.pages.server_error"
