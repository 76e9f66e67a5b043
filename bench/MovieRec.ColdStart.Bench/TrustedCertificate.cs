using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace MovieRec.ColdStart.Bench;

/// <summary>
/// A certificate for <see cref="Host"/> that issues itself, and a bundle with it behind the roots that are deployed with
/// <c>bootstrap</c>.
/// </summary>
internal sealed class TrustedCertificate : IDisposable
{
    public const string Host = "localhost";

    /// <summary>As the stack sets <c>SSL_CERT_FILE</c>.</summary>
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

    /// <summary>Where each contender looks for whom to trust. Node has the roots within, and is given the one that it lacks.</summary>
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
