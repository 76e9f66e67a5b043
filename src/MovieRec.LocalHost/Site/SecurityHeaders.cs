namespace MovieRec.LocalHost.Site;

/// <summary>Security headers of a page; <c>docs/web.md</c> lists them for other hosts.</summary>
internal static class SecurityHeaders
{
    private const string ContentSecurityPolicy =
        "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /// <summary>Policy that allows only own scripts, styles and images, TMDB's posters, and calls to this host.</summary>
    private const string PageContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' https://image.tmdb.org; font-src 'self'; connect-src "
        + "'self'; "
        + "manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
        + "require-trusted-types-for 'script'; trusted-types movierec";

    /// <summary>Adds the headers for a document of this program, which has no script.</summary>
    public static void Protect(HttpResponse response) => Write(response, ContentSecurityPolicy);

    /// <summary>Adds the headers for the built page and its files.</summary>
    public static void ProtectPage(HttpResponse response)
    {
        Write(response, PageContentSecurityPolicy);
        response.Headers["Permissions-Policy"] =
            "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), microphone=(), midi=(), payment=(), usb=(), "
            + "browsing-topics=()";
        response.Headers["Cross-Origin-Opener-Policy"] = "same-origin";
        response.Headers["Cross-Origin-Resource-Policy"] = "same-origin";
    }

    private static void Write(HttpResponse response, string policy)
    {
        response.Headers.ContentSecurityPolicy = policy;
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["Referrer-Policy"] = "no-referrer";
    }
}
