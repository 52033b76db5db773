"""What machines ask for at fixed addresses, drawn."""

from django.urls import path

from regiozwolle.found import pictures, sitemap, woo

urlpatterns = [
    path("sitemap.xml", sitemap.index, name="sitemap_index"),
    path("sitemap-<int:part>.xml", sitemap.sitemap, name="sitemap"),
    path("sitemap-woo.xml", woo.woo_sitemap, name="sitemap_woo"),
    path("deelbeeld/<slug:kind>/<int:pk>.png", pictures.picture_of_one, name="share_picture_of"),
    path("deelbeeld/<slug:kind>.png", pictures.picture, name="share_picture"),
]
