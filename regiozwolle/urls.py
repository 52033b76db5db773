"""The site, drawn."""

from django.conf import settings
from django.contrib import admin
from django.urls import include, path

from regiozwolle import accounts, open_data, search, views

urlpatterns = [
    path("", views.home, name="home"),
    path("partners/", include("partners.urls")),
    path("agenda/", include("agenda.urls")),
    path("resultaten/", include("results.urls")),
    path("", include("consultation.urls")),
    path("zoeken/", search.search, name="search"),
    path("over/", views.about, name="about"),
    path("contact/", views.contact, name="contact"),
    path("toegankelijkheid/", views.accessibility, name="accessibility"),
    path("privacy/", views.privacy, name="privacy"),
    path("open-data/", open_data.index, name="open_data"),
    path("open-data/<slug:dataset>.<str:form>", open_data.download, name="open_data_download"),
    path(".well-known/security.txt", views.security_txt, name="security_txt"),
    path("robots.txt", views.robots_txt, name="robots_txt"),
    path("inloggen/", include(accounts.urlpatterns)),
    path("beheer/", admin.site.urls),
]

if settings.DEMO or settings.DEBUG or settings.TESTING:
    urlpatterns += [
        path("stijlgids/", views.style_guide, name="style_guide"),
    ]

handler400 = "regiozwolle.views.bad_request"
