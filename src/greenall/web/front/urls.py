from django.urls import path

from greenall.web.front import views

urlpatterns = [
    path("", views.front, name="front"),
    path("language/", views.language, name="language"),
    path("styleguide/", views.styleguide, name="styleguide"),
    path("health/", views.health, name="health"),
]
