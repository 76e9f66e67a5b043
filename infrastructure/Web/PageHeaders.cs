using Amazon.CDK;
using Amazon.CDK.AWS.CloudFront;
using Constructs;

namespace MovieRec.Infrastructure.Web;

/// <summary>Security headers of the page: those of the local host, and HSTS.</summary>
internal static class PageHeaders
{
    private const string Permissions =
        "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), microphone=(), midi=(), payment=(), usb=(), "
        + "browsing-topics=()";

    /// <param name="scope">The stack.</param>
    /// <param name="name">Unique in the account, in all Regions.</param>
    /// <param name="api">Address of the API; no other foreign origin may be called.</param>
    /// <param name="images">Address of the posters.</param>
    public static ResponseHeadersPolicy Create(Construct scope, string name, Uri api, Uri images) =>
        new(scope, "PageHeaders", new ResponseHeadersPolicyProps
        {
            ResponseHeadersPolicyName = name,
            SecurityHeadersBehavior = new ResponseSecurityHeadersBehavior
            {
                ContentSecurityPolicy = new ResponseHeadersContentSecurityPolicy
                {
                    ContentSecurityPolicy = ContentSecurityPolicy(Origin(api), Origin(images)),
                    Override = true,
                },
                // A year; other hosts below the domain are not affected.
                StrictTransportSecurity = new ResponseHeadersStrictTransportSecurity
                {
                    AccessControlMaxAge = Duration.Days(365),
                    IncludeSubdomains = false,
                    Override = true,
                },
                ContentTypeOptions = new ResponseHeadersContentTypeOptions { Override = true },
                FrameOptions = new ResponseHeadersFrameOptions { FrameOption = HeadersFrameOption.DENY, Override = true },
                ReferrerPolicy = new ResponseHeadersReferrerPolicy { ReferrerPolicy = HeadersReferrerPolicy.NO_REFERRER, Override = true },
            },
            CustomHeadersBehavior = new ResponseCustomHeadersBehavior
            {
                CustomHeaders =
            [
                new ResponseCustomHeader { Header = "Permissions-Policy", Value = Permissions, Override = true },
                new ResponseCustomHeader { Header = "Cross-Origin-Opener-Policy", Value = "same-origin", Override = true },
                new ResponseCustomHeader { Header = "Cross-Origin-Resource-Policy", Value = "same-origin", Override = true },
            ],
            },
        });

    /// <summary>Returns the policy: own scripts and styles, own images and posters, calls to own files and the API.</summary>
    private static string ContentSecurityPolicy(string api, string images) =>
        $"default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' {images}; font-src 'self'; connect-src 'self' {api}; "
        + "manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
        + "require-trusted-types-for 'script'; trusted-types movierec";

    private static string Origin(Uri address) => address.GetLeftPart(UriPartial.Authority);
}
