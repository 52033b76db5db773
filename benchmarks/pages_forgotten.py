"""What makes the portal of benchmarks/pages.py make every page anew, of the pieces that it keeps."""

from regiozwolle.keeping.shared import Shared


def forgetting(get_response):
    """Lets no page be found that was made before."""

    def middleware(request):
        Shared.in_use.pages.clear()
        return get_response(request)

    return middleware
