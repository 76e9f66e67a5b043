namespace MovieRec.Infrastructure.Settings;

/// <summary>Settings of a deployment of the page.</summary>
public sealed record WebSettings
{
    /// <summary>Name of the stack: <c>stackName</c> followed by <c>-Web</c>, so that every API can have its page.</summary>
    public required string StackName { get; init; }

    /// <summary>Address of the API, without a trailing slash: <c>apiUrl</c>.</summary>
    public required Uri ApiUrl { get; init; }

    /// <summary>Domain of the page in addition to CloudFront's own: <c>webDomain</c>.</summary>
    public WebDomain? Domain { get; init; }
}

/// <summary>Domain of the operator's own.</summary>
/// <param name="Name">Such as <c>films.example.com</c>; its owner points it at the distribution.</param>
/// <param name="CertificateArn">Its certificate, which CloudFront accepts from us-east-1 only: <c>webCertificateArn</c>.</param>
public sealed record WebDomain(string Name, string CertificateArn);
