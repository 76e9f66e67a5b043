using MovieRec.Api;

namespace MovieRec.Aws.UserPool;

/// <summary>Cognito operations that each function calls through <see cref="CognitoUserPool"/>.</summary>
public static class UserPoolOperations
{
    /// <summary>None for a function that has nothing to do with accounts.</summary>
    public static IReadOnlyList<string> Get(FunctionName function) => function switch
    {
        FunctionName.Signup => ["ConfirmSignUp", "ResendConfirmationCode", "SignUp"],
        FunctionName.Signin => ["InitiateAuth"],
        FunctionName.RefreshToken => ["GetTokensFromRefreshToken", "InitiateAuth"],
        _ => [],
    };
}
