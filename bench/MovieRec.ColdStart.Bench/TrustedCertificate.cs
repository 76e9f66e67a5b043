using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace MovieRec.ColdStart.Bench;

/// <summary>Self-signed certificate for <see cref="Host"/>, and a bundle of <c>bootstrap</c>'s deployed roots followed by it.</summary>
internal sealed class TrustedCertificate : IDisposable
{
    public const string Host = "localhost";

    /// <summary>The deployed roots, which the stack sets as <c>SSL_CERT_FILE</c>.</summary>
    private static readonly string s_deployed = Path.Combine(Folders.Dist, "function", "amazon-roots.pem");

    private readonly string _folder = Directory.CreateTempSubdirectory("movierec-cold-start-").FullName;

    public TrustedCertificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={Host}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(Host);
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(
            new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, 0, critical: true));
        var now = TimeProvider.System.GetUtcNow();
        using var made = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        Certificate = X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
        var pem = made.ExportCertificatePem() + "\n";
        File.WriteAllText(Own, pem);
        File.WriteAllText(Bundle, File.ReadAllText(s_deployed) + pem);
        Directory.CreateDirectory(NoFolder);
    }

    public X509Certificate2 Certificate { get; }

    /// <summary>Variables with the trusted roots of each contender; Node has built-in roots and only needs the additional one.</summary>
    public IEnumerable<KeyValuePair<string, string>> Environment =>
    [
        new("SSL_CERT_FILE", Bundle),
        new("SSL_CERT_DIR", NoFolder),
        new("NODE_EXTRA_CA_CERTS", Own),
    ];

    private string Bundle => Path.Combine(_folder, "bundle.pem");

    private string Own => Path.Combine(_folder, "own.pem");

    private string NoFolder => Path.Combine(_folder, "none");

    public void Dispose()
    {
        Certificate.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
