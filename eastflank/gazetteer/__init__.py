"""Where places are: the project's own places first, then offline gazetteers, then Nominatim if switched on.

Every geocoder is one of geopy's (`geopy.geocoders.base.Geocoder`) and never chooses silently.
"""
