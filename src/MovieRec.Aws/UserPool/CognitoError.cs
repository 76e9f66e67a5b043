namespace MovieRec.Aws.UserPool;

/// <summary>Error response of Cognito.</summary>
/// <param name="Type">Its name, for example <c>UserNotFoundException</c>.</param>
/// <param name="Message">Cognito's message. It is compared, and shown only if it names the password policy, since some messages repeat the
/// request.</param>
internal sealed record CognitoError(string Type, string Message)
{
    public bool Says(string words) => Message.Contains(words, StringComparison.OrdinalIgnoreCase);
}
