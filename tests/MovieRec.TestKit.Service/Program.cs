using MovieRec.LocalHost.Composition;
using MovieRec.TestKit.Service;

return await HostProgram.RunAsync(args, TestLimits.Wide);
