"""All addresses of the site."""

from django.urls import include, path

from greenall.web.front import errors

urlpatterns = [
    path("", include("greenall.web.front.urls")),
    path("plans/", include("greenall.web.plans.urls")),
]

handler400 = errors.bad_request
handler403 = errors.forbidden
handler404 = errors.not_found
handler500 = errors.broken
