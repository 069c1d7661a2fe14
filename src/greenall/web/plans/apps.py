from django.apps import AppConfig


class Plans(AppConfig):
    name = "greenall.web.plans"
    label = "plans"
