namespace MovieRec.Infrastructure.Settings;

/// <summary>What a deployment of the page is given.</summary>
public sealed record WebSettings
{
    /// <summary>What the stack is called: <c>stackName</c> with <c>-Web</c> behind it, so that every API can have its page.</summary>
    public required string StackName { get; init; }

    /// <summary>The API's address, without a slash at the end: <c>apiUrl</c>.</summary>
    public required Uri ApiUrl { get; init; }

    /// <summary>The domain that the page is reached by beside CloudFront's own: <c>webDomain</c>.</summary>
    public WebDomain? Domain { get; init; }
}

/// <summary>A domain of one's own.</summary>
/// <param name="Name">Such as <c>films.example.com</c>; who owns it points it at the distribution.</param>
/// <param name="CertificateArn">Its certificate, which CloudFront takes from us-east-1 alone: <c>webCertificateArn</c>.</param>
public sealed record WebDomain(string Name, string CertificateArn);
