from django.apps import AppConfig


class Records(AppConfig):
    name = "greenall.web.records"
    label = "records"
