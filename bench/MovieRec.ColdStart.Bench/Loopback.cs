using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace MovieRec.ColdStart.Bench;

/// <summary>Server on loopback with no middleware around the handler.</summary>
internal static class Loopback
{
    /// <param name="response">Handler of all requests.</param>
    /// <param name="certificate">Certificate for https; null for http.</param>
    public static async Task<WebApplication> ServeAsync(
        RequestDelegate response, X509Certificate2? certificate, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, 0, listen =>
            {
                if (certificate is not null)
                    listen.UseHttps(certificate);
            });
        });
        if (certificate is not null)
            builder.WebHost.UseKestrelHttpsConfiguration();
        var app = builder.Build();
        app.Run(response);
        await app.StartAsync(cancellationToken);
        return app;
    }

    /// <summary>Returns the address; with a certificate it contains the host name that the certificate names.</summary>
    public static string GetAddress(WebApplication app)
    {
        var address = app.Urls.Single();
        return address.StartsWith("https", StringComparison.Ordinal)
            ? address.Replace("127.0.0.1", TrustedCertificate.Host, StringComparison.Ordinal)
            : address;
    }
}
