using System.Buffers;

namespace MovieRec.Aws.UserPool;

/// <summary>The id of a Cognito user pool, such as <c>eu-west-1_AbC123xyz</c>: its Region, an underscore, letters and digits.</summary>
public sealed record UserPoolId
{
    private static readonly SearchValues<char> s_alphanumerics =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789");
    private static readonly SearchValues<char> s_region = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-");

    private UserPoolId(string text, string region)
    {
        Text = text;
        Region = region;
    }

    public string Text { get; }

    public string Region { get; }

    /// <summary>The <c>iss</c> of the pool's tokens.</summary>
    public string Issuer => $"{Endpoint}{Text}";

    /// <summary>The address of Cognito in the pool's Region.</summary>
    public Uri Endpoint => new($"https://cognito-idp.{Region}.amazonaws.com/");

    /// <returns>Null if the text is not a valid id.</returns>
    public static UserPoolId? Parse(string? text)
    {
        var underscore = text?.IndexOf('_', StringComparison.Ordinal) ?? -1;
        return underscore > 0 && underscore < text!.Length - 1
            && !text.AsSpan(0, underscore).ContainsAnyExcept(s_region) && !text.AsSpan(underscore + 1).ContainsAnyExcept(s_alphanumerics)
            ? new UserPoolId(text, text[..underscore])
            : null;
    }

    public override string ToString() => Text;
}
